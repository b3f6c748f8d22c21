import { daysBetween } from '@/lib/domain/calendar'
import type { DepartmentChoice, Vocabulary } from '@/lib/features/assets/vocabulary-queries'
import { formatDate } from '@/lib/labels/dates'
import { reviewFormLabels as fields } from '@/lib/labels/review-report'
import { progressLabels, reviewLabels as words } from '@/lib/labels/reviews'
import { levelInWords, schemeFamilyLabels } from '@/lib/labels/scheme'
import { emptyCellLabels } from '@/lib/labels/zones'
import type { FoundReview } from './queries'
import type { ReviewScope } from './scope-schema'

/** How long a review that is open still runs, in words. */
export function daysInWords(
  { state, dueOn }: Pick<FoundReview, 'state' | 'dueOn'>,
  today: string,
): string | null {
  if (state !== 'open') return null
  const left = daysBetween(today, dueOn)
  return left < 0 ? words.overdue(-left) : words.daysLeft(left)
}

type Book = {
  vocabulary: Pick<Vocabulary, 'zones' | 'categories' | 'schemes'>
  departments: readonly DepartmentChoice[]
}

/** The scope in words, one line a condition; a single line where there is none. */
export function scopeInWords(scope: ReviewScope, { vocabulary, departments }: Book): string[] {
  const named = (codes: readonly string[] | undefined, known: readonly { code: string; label: string }[]) =>
    codes?.map((code) => known.find((each) => each.code === code)?.label ?? code).join('、')
  // The field names the axis: 「自治体機密性：3A、3B」.
  const leveled = (axis: 'confidentiality' | 'importance') =>
    named(
      scope.levels?.[axis],
      levelChoices(vocabulary, axis).map(({ code, short }) => ({ code, label: short })),
    )
  const bureaus = departments.map(({ code, name }) => ({ code, label: name }))
  const zones = [
    ...vocabulary.zones,
    { code: 'notApplicable', label: emptyCellLabels.notApplicable },
    { code: 'notEntered', label: emptyCellLabels.notEntered },
  ]
  const said: [string, string | undefined][] = [
    [fields.categories, named(scope.categories, vocabulary.categories)],
    [fields.bureaus, named(scope.bureaus, bureaus)],
    [fields.zones, named(scope.zones, zones)],
    [fields.confidentiality, leveled('confidentiality')],
    [fields.importance, leveled('importance')],
    [fields.family, scope.family && schemeFamilyLabels[scope.family]],
    [fields.unconfirmedBefore, scope.unconfirmedBefore && formatDate(scope.unconfirmedBefore)],
  ]
  const lines = said.flatMap(([field, value]) => (value ? [`${field}：${value}`] : []))
  return lines.length > 0 ? lines : [progressLabels.scopeAll]
}

/** Every level of an axis that some scheme knows, and 未分類; `short` beside the name of its axis. */
export function levelChoices(
  { schemes }: Pick<Vocabulary, 'schemes'>,
  axis: 'confidentiality' | 'importance',
) {
  const seen = new Map<string, { code: string; label: string; short: string }>()
  for (const { family, levels } of schemes)
    for (const level of levels)
      if (level.axis === axis && !seen.has(level.code))
        seen.set(level.code, {
          code: level.code,
          label: levelInWords(family, axis, level.label),
          short: level.label,
        })
  const none = emptyCellLabels.unclassified
  return [...seen.values(), { code: 'none', label: none, short: none }]
}
