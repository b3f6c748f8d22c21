import 'server-only'
import type { z } from 'zod'
import type { DisownRefusal, RouteRefusal } from '@/lib/domain/review-answers'
import { routeLabels } from '@/lib/labels/review-routing'
import { tryAgain } from '@/lib/platform/again'
import type { May } from '@/lib/platform/authorize'
import { change, type Outcome } from '@/lib/platform/change'
import { disowned, routed, type disownSchema, type routeSchema } from './route-schema'

type Row = { review: bigint; number: bigint }

/** 自分の課ではない, and nobody can be named: the row stays with its department until the secretariat names one. */
export async function disownRow(
  actor: May<'review.answer'>,
  { review, number, version, told }: z.output<typeof disownSchema>,
): Promise<Outcome<Row, DisownRefusal>> {
  return tryAgain(() =>
    change<'review.answer', Row, DisownRefusal>(actor, async (db) => {
      const [row] = await db.$queryRaw<{ answer: unknown }[]>`
        select disown_row(${review}, ${number}, ${version}::int, ${told}) as answer`
      const { outcome } = disowned.parse(row?.answer)
      if (outcome !== 'saved') return { refused: outcome }
      const details = { subjects: [String(number)] }
      return {
        result: { review, number },
        events: [{ action: 'review.disowned', subjectType: 'reviews', subjectId: review, details }],
      }
    }),
  )
}

/**
 * Names the department of a row that nobody takes: a transfer in the name of whoever answered, or back to the department
 * itself. The event names the secretariat, and says in whose name.
 */
export async function routeRow(
  actor: May<'review.manage'>,
  { review, number, version, department, reason }: z.output<typeof routeSchema>,
): Promise<Outcome<Row & { wasGivenBack: boolean }, RouteRefusal>> {
  return tryAgain(() =>
    change<'review.manage', Row & { wasGivenBack: boolean }, RouteRefusal>(actor, async (db) => {
      const [row] = await db.$queryRaw<{ answer: unknown }[]>`
        select route_row(${review}, ${number}, ${version}::int, ${department},
          ${routeLabels.transferTitle(String(number))}, ${reason}) as answer`
      const answer = routed.parse(row?.answer)
      if (answer.outcome !== 'routed' && answer.outcome !== 'givenBack') return { refused: answer.outcome }
      const details = {
        subjects: [String(number)],
        department: String(department),
        ...(answer.outcome === 'routed'
          ? { proposal: String(answer.id), inTheNameOf: answer.answeredBy }
          : { givenBack: true }),
      }
      const about = { subjectType: 'reviews', subjectId: review, reason: reason === '' ? undefined : reason }
      return {
        result: { review, number, wasGivenBack: answer.outcome === 'givenBack' },
        events: [{ ...about, action: 'review.routed', details }],
      }
    }),
  )
}
