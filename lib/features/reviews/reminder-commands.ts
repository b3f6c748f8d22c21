import 'server-only'
import { z } from 'zod'
import type { May } from '@/lib/platform/authorize'
import { change, type Outcome } from '@/lib/platform/change'

const told = z.object({ outcome: z.enum(['told', 'notFound', 'notOpen']), people: z.number().default(0) })

/** 今すぐ知らせる: whoever has to act now in departments that are not done; once a day. */
export async function remindNow(
  actor: May<'review.manage'>,
  { id }: { id: bigint },
): Promise<Outcome<{ people: number }, 'notFound' | 'notOpen'>> {
  return change<'review.manage', { people: number }, 'notFound' | 'notOpen'>(actor, async (db) => {
    const [row] = await db.$queryRaw<{ answer: unknown }[]>`select remind_now(${id}::bigint) as answer`
    const { outcome, people } = told.parse(row?.answer)
    if (outcome !== 'told') return { refused: outcome }
    return {
      result: { people },
      events: [{ action: 'review.reminded', subjectType: 'reviews', subjectId: id, details: { people } }],
    }
  })
}
