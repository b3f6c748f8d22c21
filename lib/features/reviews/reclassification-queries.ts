import 'server-only'
import { levelAxes } from '@/lib/domain/scheme'
import { findDepartmentNames, findVocabulary } from '@/lib/features/assets/vocabulary-queries'
import { reviewFormLabels } from '@/lib/labels/review-report'
import { levelInWords } from '@/lib/labels/scheme'
import { reclassificationLabels as words } from '@/lib/labels/scheme-mapping'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import { countedMoves, schemeChanges, type Moves, type ShownSchemeChanges } from './reclassification-schema'
import type { ReviewScope } from './scope-schema'

const number = new Intl.NumberFormat('ja-JP')

/** How many assets under the earlier version a scope covers now, and what of them follows, in words. */
export async function countMoves(
  actor: May<'review.manage'>,
  scope: ReviewScope,
  { from, to }: Moves,
): Promise<string> {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ found: unknown }[]>`
      select count_scope_under(${JSON.stringify(scope)}::jsonb, ${from}, ${to}) as found`,
  )
  const found = countedMoves.parse(row?.found ?? null)
  if (!found) return reviewFormLabels.counted(0, 0)
  const [assets, departments, follows, judged] = [
    found.assets,
    found.departments,
    found.follows,
    found.judged,
  ].map((count) => number.format(count)) as [string, string, string, string]
  return words.counted(assets, departments, follows, judged)
}

/** From which level to which, axis by axis, within reach; of a closed review as it was closed. Null: a regular one. */
export async function showSchemeChanges(
  actor: May<'review.read'>,
  review: bigint,
): Promise<ShownSchemeChanges | null> {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ found: unknown }[]>`select review_scheme_changes(${review}::bigint) as found`,
  )
  const found = schemeChanges.parse(row?.found ?? null)
  if (!found) return null
  const { schemes } = await findVocabulary(actor)
  const names = await findDepartmentNames(actor)
  const said = (schemeId: string, axis: (typeof levelAxes)[number], code: string | null) => {
    const scheme = schemes.find(({ id }) => id === schemeId)
    const level = scheme?.levels.find((each) => each.axis === axis && each.code === code)
    return scheme && level ? levelInWords(scheme.family, axis, level.label) : words.unset
  }
  return {
    from: found.from.label,
    to: found.to.label,
    axes: levelAxes.flatMap((axis) => {
      const lines = found.axes
        .filter((each) => each.axis === axis)
        .map(({ from, to, rows }) => ({
          key: `${from} ${to}`,
          from: said(found.from.id, axis, from),
          to: said(found.to.id, axis, to),
          rows,
        }))
      return lines.length === 0 ? [] : [{ axis, lines }]
    }),
    totals: (['changed', 'still', 'ended', 'elsewhere'] as const).flatMap((became) =>
      found[became] > 0 || became === 'changed' || became === 'still'
        ? [{ name: words[became], rows: found[became] }]
        : [],
    ),
    still: found.departments.map(({ id, rows }) => ({
      key: String(id),
      name: names.get(id) ?? '',
      rows,
    })),
  }
}
