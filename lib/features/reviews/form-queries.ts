import 'server-only'
import { z } from 'zod'
import { reachOf } from '@/lib/domain/access'
import { addYears } from '@/lib/domain/calendar'
import { schemeFamilies } from '@/lib/domain/scheme'
import { findAllDepartments, findVocabulary } from '@/lib/features/assets/vocabulary-queries'
import { formatDateWithoutWeekday } from '@/lib/labels/dates'
import { schemeFamilyLabels } from '@/lib/labels/scheme'
import { emptyCellLabels } from '@/lib/labels/zones'
import type { May } from '@/lib/platform/authorize'
import { read, readTogether } from '@/lib/platform/read'
import { listMappings } from '@/lib/features/schemes/mapping-queries'
import { findReview, type FoundReview } from './queries'
import { reminderValues } from './reminder-schema'
import { pairOf } from './reclassification-schema'
import { levelChoices } from './words-queries'
import { questionValues } from './question-schema'
import { findQuestions } from './question-queries'
import type { ReviewScope, ScopeChoices } from './scope-schema'

const counted = z.object({ assets: z.number().int(), departments: z.number().int() })

/** How many assets of how many departments a scope covers at this moment. */
export async function countScope(actor: May<'review.manage'>, scope: ReviewScope) {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ found: unknown }[]>`
      select count_review_scope(${JSON.stringify(scope)}::jsonb) as found`,
  )
  return counted.nullable().parse(row?.found ?? null) ?? { assets: 0, departments: 0 }
}

/** The form of a new review; with `copied` everything of that one, a year later. */
export async function prepareNewReview(actor: May<'review.manage'>, copied: bigint | null) {
  return readTogether(actor, () => newReview(actor, copied))
}

async function newReview(actor: May<'review.manage'>, copied: bigint | null) {
  const found = copied === null ? null : await findWithQuestions(actor, copied)
  const source = found?.review
  const values = source
    ? {
        ...valuesOf(source),
        ...questionValues(found.questions),
        id: '',
        version: '',
        copiedFrom: String(source.id),
        opensOn: formatDateWithoutWeekday(addYears(source.opensOn, 1)),
        dueOn: formatDateWithoutWeekday(addYears(source.dueOn, 1)),
        unconfirmedBefore: source.scope.unconfirmedBefore
          ? formatDateWithoutWeekday(addYears(source.scope.unconfirmedBefore, 1))
          : '',
      }
    : {}
  const { grants, today } = actor.viewer
  return {
    values,
    copiedTitle: source?.title ?? null,
    choices: await scopeChoices(actor),
    mappings: await listMappings(actor),
    schoolsOnly: !reachOf(grants, 'review.manage', [], today).everything,
  }
}

/** The form of a review that has not opened; null when there is none that the viewer may edit. */
export async function prepareReviewForm(actor: May<'review.manage'>, id: bigint) {
  return readTogether(actor, () => reviewForm(actor, id))
}

async function reviewForm(actor: May<'review.manage'>, id: bigint) {
  const { review, questions } = await findWithQuestions(actor, id)
  if (!review?.isManaged) return null
  return {
    review,
    values: { ...valuesOf(review), ...questionValues(questions) },
    choices: await scopeChoices(actor),
    mappings: await listMappings(actor),
    schoolsOnly: review.schoolsOnly,
  }
}

/** A review and what it asks, in one transaction. */
async function findWithQuestions(actor: May<'review.manage'>, id: bigint) {
  return readTogether(actor, async () => ({
    review: await findReview(actor, id),
    questions: await findQuestions(actor, id),
  }))
}

function valuesOf({ scope, versions, ...review }: FoundReview): Record<string, string> {
  const lines = (codes: readonly string[] | undefined) => (codes ?? []).join('\n')
  return {
    id: String(review.id),
    version: String(review.version),
    title: review.title,
    opensOn: formatDateWithoutWeekday(review.opensOn),
    dueOn: formatDateWithoutWeekday(review.dueOn),
    answerers: review.answerers,
    mustOpen: String(review.mustOpen),
    ...reminderValues(review.reminders),
    categories: lines(scope.categories),
    bureaus: lines(scope.bureaus),
    zones: lines(scope.zones),
    confidentiality: lines(scope.levels?.confidentiality),
    importance: lines(scope.levels?.importance),
    kind: versions ? 'reclassification' : 'regular',
    schemes: versions ? pairOf({ from: versions.from.code, to: versions.to.code }) : '',
    family: scope.family ?? '',
    unconfirmedBefore: scope.unconfirmedBefore ? formatDateWithoutWeekday(scope.unconfirmedBefore) : '',
  }
}

async function scopeChoices(actor: May<'review.manage'>): Promise<ScopeChoices> {
  const vocabulary = await findVocabulary(actor)
  const departments = await findAllDepartments(actor)
  const options = (known: readonly { code: string; label: string }[]) =>
    known.map(({ code, label }) => ({ value: code, label }))
  return {
    categories: options(vocabulary.categories),
    bureaus: departments
      .filter(({ bureau }) => bureau === null)
      .map(({ code, name }) => ({ value: code, label: name })),
    zones: [
      ...options(vocabulary.zones),
      { value: 'notApplicable', label: emptyCellLabels.notApplicable },
      { value: 'notEntered', label: emptyCellLabels.notEntered },
    ],
    confidentiality: options(levelChoices(vocabulary, 'confidentiality')),
    importance: options(levelChoices(vocabulary, 'importance')),
    families: schemeFamilies.map((family) => ({ value: family, label: schemeFamilyLabels[family] })),
  }
}
