import { z } from 'zod'
import { answers, type ReviewState } from '@/lib/domain/review'
import { objections } from '@/lib/domain/review-objections'
import { reviewFormErrors } from '@/lib/labels/review-words'
import { writtenDay, writtenDayOrNone } from '@/lib/platform/written-day'
import { plannedReminders, reminderFields } from './reminder-schema'
import type { ReviewScope } from './scope-schema'

/** The key of a row as forms and addresses carry it. */
export const key = z
  .string()
  .regex(/^[1-9]\d{0,17}$/u)
  .transform((given) => BigInt(given))
const version = z.coerce.number().int().positive()
const reason = z
  .string()
  .trim()
  .min(1, reviewFormErrors.reasonRequired)
  .max(1000, reviewFormErrors.tooLong(1000))

/** Several of one name come joined by line feeds. */
const codes = z
  .string()
  .max(10_000)
  .default('')
  .transform((given) => given.split('\n').filter((code) => code !== ''))

const scopeFields = {
  categories: codes,
  bureaus: codes,
  zones: codes,
  confidentiality: codes,
  importance: codes,
  family: z.enum(['municipal', 'education']).nullable().catch(null),
  unconfirmedBefore: writtenDayOrNone,
}

type ScopeFields = z.output<z.ZodObject<typeof scopeFields>>

/** The scope as it is kept: what is not chosen narrows nothing and is left out. */
function scopeOf({
  confidentiality,
  importance,
  family,
  unconfirmedBefore,
  categories,
  bureaus,
  zones,
}: ScopeFields): ReviewScope {
  const levels = {
    ...(confidentiality.length > 0 ? { confidentiality } : {}),
    ...(importance.length > 0 ? { importance } : {}),
  }
  const chosen = Object.fromEntries(
    Object.entries({ categories, bureaus, zones }).filter(([, given]) => given.length > 0),
  )
  return {
    ...chosen,
    ...(Object.keys(levels).length > 0 ? { levels } : {}),
    ...(family === null ? {} : { family }),
    ...(unconfirmedBefore === null ? {} : { unconfirmedBefore }),
  }
}

/** Only the scope, for the live count below it. */
export const scopeFormSchema = z.object(scopeFields).transform(scopeOf)

/** What a review says, as its form sends it. */
export const reviewContent = z
  .object({
    title: z.string().trim().min(1, reviewFormErrors.titleRequired).max(100, reviewFormErrors.tooLong(100)),
    answerers: z.enum(['clerks', 'heads']).catch('clerks'),
    opensOn: writtenDay(reviewFormErrors.opensOnRequired),
    dueOn: writtenDay(reviewFormErrors.dueOnRequired),
    mustOpen: z.preprocess(
      (given) => (given === '' || given === undefined ? '0' : given),
      z.coerce
        .number(reviewFormErrors.mustOpenUnfit)
        .int(reviewFormErrors.mustOpenUnfit)
        .min(0, reviewFormErrors.mustOpenUnfit)
        .max(1000, reviewFormErrors.mustOpenUnfit),
    ),
    ...reminderFields,
    ...scopeFields,
  })
  .transform(({ title, answerers, opensOn, dueOn, mustOpen, ...rest }, context) => {
    if (dueOn < opensOn)
      context.addIssue({ code: 'custom', path: ['dueOn'], message: reviewFormErrors.dueBeforeOpening })
    const reminders = plannedReminders(rest, (field, message) => {
      context.addIssue({ code: 'custom', path: [field], message })
    })
    return { title, answerers, opensOn, dueOn, mustOpen, scope: scopeOf(rest), reminders }
  })
export type ReviewContent = z.output<typeof reviewContent>

/** The review as it was on the screen. */
export const editSeen = z.object({ id: key, version })

export const restSchema = z.object({
  review: key,
  department: key,
  /** How many rows the person saw: never more are answered. */
  seen: z.coerce.number().int().nonnegative(),
  back: z.enum(['inbox', 'sheet']).catch('sheet'),
})

const seal = z.string().regex(/^[0-9a-f]{64}$/u)
export const certifySchema = z.object({ review: key, department: key, hash: seal })
export const signOffSchema = z.object({
  review: key,
  bureau: key,
  schools: z
    .string()
    .default('')
    .transform((given) => given === '1'),
  hash: seal,
})
export const reasonSchema = z.object({ review: key, department: key, reason })

/** What save_review_answers answers for each row. */
export const savedAnswers = z.array(
  z.object({
    number: z.string().transform((given) => BigInt(given)),
    outcome: z.enum(['saved', 'conflict', 'gone', 'closed', 'refused']),
    version: z.number().int().default(0),
    objections: z.array(z.enum(objections)).default([]),
    theirs: z
      .object({
        answer: z.enum(answers).nullable().default(null),
        note: z.string().nullable().default(null),
        by: z.string().nullable().default(null),
      })
      .nullable()
      .default(null),
  }),
)
export type SavedAnswers = z.output<typeof savedAnswers>

/** One review as its list shows it. */
export type ListedReview = {
  id: string
  title: string
  state: ReviewState
  period: string
  days: string | null
  isLate: boolean
  rows: number
  answered: number
  closed: string | null
}
