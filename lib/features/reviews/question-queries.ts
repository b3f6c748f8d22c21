import 'server-only'
import type { ReviewQuestion } from '@/lib/domain/review-question'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import type { ReviewPermission } from './queries'
import { reviewQuestions } from './question-schema'

/** What a review asks beside its answers, in order. */
export async function findQuestions(actor: May<ReviewPermission>, review: bigint): Promise<ReviewQuestion[]> {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ questions: unknown }[]>`
      select questions from review_questions where review_id = ${review}`,
  )
  return reviewQuestions.parse(row?.questions ?? [])
}
