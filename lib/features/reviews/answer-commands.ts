import 'server-only'
import { z } from 'zod'
import { restRefusals, type RestRefusal } from '@/lib/domain/review-answers'
import type { Answer } from '@/lib/domain/review'
import { toldText } from '@/lib/features/proposals/submit-commands'
import { tryAgain } from '@/lib/platform/again'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import { departmentOf } from './commands'
import { savedAnswers, type SavedAnswers } from './schema'

/** What was changed of one row; what is absent stays as it is. `answer` null takes it back. */
export type ToldAnswer = {
  number: bigint
  version: number
  answer?: Exclude<Answer, 'notOurs'> | null
  note?: string
  opened?: boolean
}

/**
 * Saves answers of one review, each for itself: a row that somebody else answered meanwhile is a conflict in the
 * answer and is not overwritten; the others are saved. 変更する and 廃棄した are settled by what is submitted for them.
 */
export async function saveReviewAnswers(
  actor: May<'review.answer'>,
  { review, answers }: { review: bigint; answers: readonly ToldAnswer[] },
): Promise<Outcome<{ rows: SavedAnswers }, never>> {
  return tryAgain(async () => {
    let rows: SavedAnswers = []
    await change<'review.answer', null, 'nothingSaved'>(actor, async (db) => {
      const [row] = await db.$queryRaw<{ answer: unknown }[]>`
        select save_review_answers(${review}, ${toldText(answers)}::jsonb) as answer`
      rows = savedAnswers.parse(row?.answer ?? [])
      const subjects = rows.filter(({ outcome }) => outcome === 'saved').map(({ number }) => String(number))
      if (subjects.length === 0) return { refused: 'nothingSaved' }
      const looked = answers.every(({ answer, note, opened }) => opened && answer === undefined && !note)
      const action = looked ? 'review.rowOpened' : 'review.answered'
      return {
        result: null,
        events: [{ action, subjectType: 'reviews', subjectId: review, details: { subjects } }],
      }
    })
    return { result: { rows } }
  })
}

const rested = z.union([
  z.object({ outcome: z.literal('saved'), numbers: z.array(z.string()) }),
  z.object({ outcome: z.enum(restRefusals) }),
])

/** 残りは変更なし: all that nobody answered and nothing speaks against. One statement, one event, many subjects. */
export async function answerRest(
  actor: May<'review.answer'>,
  { review, department, seen }: { review: bigint; department: bigint; seen: number },
): Promise<Outcome<{ rows: number }, RestRefusal>> {
  return tryAgain(() =>
    change<'review.answer', { rows: number }, RestRefusal>(
      actor,
      async (db) => {
        const [row] = await db.$queryRaw<{ answer: unknown }[]>`
          select answer_rest_unchanged(${review}, ${department}, ${seen}::bigint) as answer`
        const answer = rested.parse(row?.answer)
        if (answer.outcome !== 'saved') return { refused: answer.outcome }
        const { numbers: subjects } = answer
        return {
          result: { rows: subjects.length },
          events: [
            { ...departmentOf(review, department), action: 'review.answeredInBulk', details: { subjects } },
          ],
        }
      },
      atLength,
    ),
  )
}
