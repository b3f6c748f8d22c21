import 'server-only'
import type { z } from 'zod'
import type { RecurrenceRefusal, StatementRefusal, StopRefusal } from '@/lib/domain/review-answers'
import { statementRefusalWords } from '@/lib/labels/review-words'
import type { Verdict } from '@/lib/platform/actions'
import type { May } from '@/lib/platform/authorize'
import { change, type Outcome } from '@/lib/platform/change'
import {
  keptRecurrence,
  stopped,
  written,
  type RecurrenceContent,
  type statementSchema,
  type stopSchema,
} from './recurrence-schema'

type Manager = May<'review.manage'>
type Kept = { id: bigint }

/** Makes a review come every year; the job recurringReviews copies it when its day has come. */
export async function makeRecurrence(
  actor: Manager,
  { template, opensMonth, opensDay, dueMonth, dueDay }: RecurrenceContent,
): Promise<Outcome<Kept, RecurrenceRefusal>> {
  return change<'review.manage', Kept, RecurrenceRefusal>(actor, async (db) => {
    const [row] = await db.$queryRaw<{ answer: unknown }[]>`
      select keep_recurrence(${template}, ${opensMonth}::int, ${opensDay}::int, ${dueMonth}::int, ${dueDay}::int) as answer`
    const answer = keptRecurrence.parse(row?.answer)
    if (answer.outcome !== 'saved') return { refused: answer.outcome }
    return {
      result: { id: answer.id },
      events: [{ action: 'review.recurrenceMade', subjectType: 'review_recurrences', subjectId: answer.id }],
    }
  })
}

/** No more of them; the reviews that it made stay. */
export async function stopRecurrence(
  actor: Manager,
  { id, version }: z.output<typeof stopSchema>,
): Promise<Outcome<Kept, StopRefusal>> {
  return change<'review.manage', Kept, StopRefusal>(actor, async (db) => {
    const [row] = await db.$queryRaw<{ answer: unknown }[]>`
      select stop_recurrence(${id}, ${version}::int) as answer`
    const { outcome } = stopped.parse(row?.answer)
    if (outcome !== 'stopped') return { refused: outcome }
    return {
      result: { id },
      events: [{ action: 'review.recurrenceStopped', subjectType: 'review_recurrences', subjectId: id }],
    }
  })
}

/** A new statement from a day on; what was certified keeps the text that it was certified with. */
export async function writeStatement(
  actor: Manager,
  { seen, text, from }: z.output<typeof statementSchema>,
): Promise<Verdict<Kept, StatementRefusal>> {
  const outcome = await change<'review.manage', Kept, StatementRefusal>(actor, async (db) => {
    const [row] = await db.$queryRaw<{ answer: unknown }[]>`
      select write_review_statement(${text}, ${from}::date, ${seen}) as answer`
    const answer = written.parse(row?.answer)
    if (answer.outcome !== 'saved') return { refused: answer.outcome }
    return {
      result: { id: answer.id },
      events: [
        {
          action: 'review.statementWritten',
          subjectType: 'review_statements',
          subjectId: answer.id,
          details: { text, from },
        },
      ],
    }
  })
  if ('refused' in outcome && outcome.refused === 'past')
    return { invalid: { from: [statementRefusalWords.past] } }
  return outcome
}
