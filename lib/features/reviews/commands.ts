import 'server-only'
import { z } from 'zod'
import {
  closeRefusals,
  keepRefusals,
  reopenRefusals,
  returnRefusals,
  startRefusals,
  type CloseRefusal,
  type KeepRefusal,
  type ReopenRefusal,
  type ReturnRefusal,
  type StartRefusal,
} from '@/lib/domain/review-answers'
import type { ReviewQuestion } from '@/lib/domain/review-question'
import { toldText } from '@/lib/features/proposals/submit-commands'
import { reviewFormErrors } from '@/lib/labels/review-words'
import type { Verdict } from '@/lib/platform/actions'
import { tryAgain } from '@/lib/platform/again'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import { reclassificationLabels } from '@/lib/labels/scheme-mapping'
import type { WriteDb } from '@/lib/platform/database'
import type { Moves } from './reclassification-schema'
import type { ReviewContent } from './schema'

type Kept = { id: bigint }
/** Without reminders of its own a review has the usual ones. */
type Content = Omit<ReviewContent, 'reminders'> & Partial<Pick<ReviewContent, 'reminders'>>
type Asked = { questions?: readonly ReviewQuestion[] }
type Manager = May<'review.manage'>

const kept = z.union([
  z.object({ outcome: z.literal('saved'), id: z.string().transform((given) => BigInt(given)) }),
  z.object({ outcome: z.enum(keepRefusals) }),
])

/** Makes a review, or (seen) edits one that has not begun; a day or a scope that cannot be is said at its field. */
async function keep(
  actor: Manager,
  seen: { id: bigint; version: number } | null,
  { reminders, ...content }: Content & { copiedFrom?: bigint },
  questions: readonly ReviewQuestion[],
  moves: Moves | null,
): Promise<Verdict<Kept, KeepRefusal>> {
  const wrong = { questions: false }
  const outcome = await change<'review.manage', Kept, KeepRefusal | 'schemesUnfit'>(actor, async (db) => {
    const [row] = await db.$queryRaw<{ answer: unknown }[]>`
      select keep_review(${seen?.id ?? null}::bigint, ${seen?.version ?? null}::int, ${toldText(content)}::jsonb) as answer`
    const answer = kept.parse(row?.answer)
    if (answer.outcome !== 'saved') return { refused: answer.outcome }
    if (reminders)
      await db.$queryRaw`select 1 as kept from keep_reminders(${answer.id}::bigint, ${JSON.stringify(reminders)}::jsonb)`
    if (!(await chooseSchemes(db, answer.id, moves))) return { refused: 'schemesUnfit' }
    const [asked] = await db.$queryRaw<{ answer: unknown }[]>`
      select keep_review_questions(${answer.id}, ${toldText(questions)}::jsonb) as answer`
    const { outcome: questionsOutcome } = keptQuestions.parse(asked?.answer)
    wrong.questions = questionsOutcome === 'unfit'
    if (questionsOutcome !== 'saved') return { refused: questionsOutcome }
    const action = seen ? 'review.edited' : 'review.made'
    return { result: { id: answer.id }, events: [{ action, subjectType: 'reviews', subjectId: answer.id }] }
  })
  if (!('refused' in outcome)) return outcome
  if (outcome.refused === 'schemesUnfit')
    return { invalid: { schemes: [reclassificationLabels.schemesUnfit] } }
  if (outcome.refused === 'past') return { invalid: { opensOn: [reviewFormErrors.opensOnPast] } }
  if (wrong.questions) return { invalid: { qLabel1: [reviewFormErrors.questionUnfit] } }
  if (outcome.refused === 'unfit') return { invalid: { categories: [reviewFormErrors.scopeUnfit] } }
  return { refused: outcome.refused }
}

/** A review between versions, or a regular one; in the same transaction as its other fields. */
async function chooseSchemes(db: WriteDb, review: bigint, moves: Moves | null): Promise<boolean> {
  const [row] = await db.$queryRaw<{ outcome: string }[]>`
    select choose_review_schemes(${review}, ${moves?.from ?? null}, ${moves?.to ?? null}) ->> 'outcome' as outcome`
  return row?.outcome === 'saved'
}

export async function makeReview(
  actor: Manager,
  {
    given,
    copiedFrom,
    questions = [],
    moves = null,
  }: Asked & { given: Content; copiedFrom: bigint | null; moves?: Moves | null },
): Promise<Verdict<Kept, KeepRefusal>> {
  const content = { ...given, ...(copiedFrom === null ? {} : { copiedFrom }) }
  return keep(actor, null, content, questions, moves)
}

export async function editReview(
  actor: Manager,
  {
    id,
    version,
    given,
    questions = [],
    moves = null,
  }: Asked & { id: bigint; version: number; given: Content; moves?: Moves | null },
): Promise<Verdict<Kept, KeepRefusal>> {
  return keep(actor, { id, version }, given, questions, moves)
}

type Seen = { id: bigint; version: number }
const keptQuestions = z.object({ outcome: z.enum(['saved', 'opened', 'notFound', 'unfit']) })
const started = z.object({ outcome: z.enum(['opened', ...startRefusals]) })

/** 今すぐ始める: freezes the scope in this transaction; the database writes the event with what it froze. */
export async function startReview(
  actor: Manager,
  { id, version }: Seen,
): Promise<Outcome<Kept, StartRefusal>> {
  return change<'review.manage', Kept, StartRefusal>(
    actor,
    async (db) => {
      const [row] = await db.$queryRaw<{ answer: unknown }[]>`
        select start_review(${id}, ${version}::int) as answer`
      const { outcome } = started.parse(row?.answer)
      if (outcome !== 'opened') return { refused: outcome }
      return {
        result: { id },
        events: [{ action: 'review.started', subjectType: 'reviews', subjectId: id }],
      }
    },
    atLength,
  )
}

const closed = z.object({ outcome: z.enum(['closed', ...closeRefusals]) })

/** 締め切る: answering ends, and the completion report is written once and for all. */
export async function closeReview(
  actor: Manager,
  { id, version }: Seen,
): Promise<Outcome<Kept, CloseRefusal>> {
  return tryAgain(() =>
    change<'review.manage', Kept, CloseRefusal>(
      actor,
      async (db) => {
        const [row] = await db.$queryRaw<{ answer: unknown }[]>`
          select close_review(${id}, ${version}::int) as answer`
        const { outcome } = closed.parse(row?.answer)
        if (outcome !== 'closed') return { refused: outcome }
        return {
          result: { id },
          events: [{ action: 'review.closed', subjectType: 'reviews', subjectId: id }],
        }
      },
      atLength,
    ),
  )
}

type Reasoned = { review: bigint; department: bigint; reason: string }
const sentBack = z.object({ outcome: z.enum(['returned', ...returnRefusals]) })

/** Sends a certified department back with a reason: its certificate ends, its answers stay. */
export async function returnDepartment(
  actor: Manager,
  { review, department, reason }: Reasoned,
): Promise<Outcome<Kept, ReturnRefusal>> {
  return tryAgain(() =>
    change<'review.manage', Kept, ReturnRefusal>(actor, async (db) => {
      const [row] = await db.$queryRaw<{ answer: unknown }[]>`
        select return_department(${review}, ${department}, ${reason}) as answer`
      const { outcome } = sentBack.parse(row?.answer)
      if (outcome !== 'returned') return { refused: outcome }
      return {
        result: { id: review },
        events: [{ ...departmentOf(review, department), action: 'review.returned', reason }],
      }
    }),
  )
}

const openedAgain = z.object({ outcome: z.enum(['reopened', ...reopenRefusals]) })

/** Opens one department of a closed review again; the completion report stays as it is. */
export async function reopenDepartment(
  actor: Manager,
  { review, department, reason }: Reasoned,
): Promise<Outcome<Kept, ReopenRefusal>> {
  return tryAgain(() =>
    change<'review.manage', Kept, ReopenRefusal>(actor, async (db) => {
      const [row] = await db.$queryRaw<{ answer: unknown }[]>`
        select reopen_department(${review}, ${department}, ${reason}) as answer`
      const { outcome } = openedAgain.parse(row?.answer)
      if (outcome !== 'reopened') return { refused: outcome }
      return {
        result: { id: review },
        events: [{ ...departmentOf(review, department), action: 'review.reopened', reason }],
      }
    }),
  )
}

/** The row of a department in a review, as the trail names it. */
export function departmentOf(review: bigint, department: bigint) {
  return { subjectType: 'review_departments', subjectId: null, subjectKey: `${review}/${department}` }
}
