import type pg from 'pg'
import { answerRest, saveReviewAnswers } from '@/lib/features/reviews/answer-commands'
import { certifyDepartment } from '@/lib/features/reviews/certify-commands'
import { makeReview, startReview } from '@/lib/features/reviews/commands'
import { authorize } from '@/lib/platform/authorize'
import { accepted } from '../sample-city/actors'
import type { BenchCity } from './city'
import { largestDepartment } from './city-departments'
import { inCopyOf } from './copied-city'
import { timeAnswering } from './review-answering'
import { inTenths, timed, type ReviewBench, type ReviewLoad } from './review-load'
import { timeReviewPages } from './review-pages'

/**
 * What a review costs, by the portal's own commands and pages in a copy of the city: opening over every asset, the rest
 * and the certificate of its largest department, 100 people who answer 20 rows a second, and what they see of it.
 */
export async function timeReviews(
  city: BenchCity,
  load: ReviewLoad,
  log: (line: string) => void,
): Promise<void> {
  await inCopyOf(city, async ({ city: copied, owner, viewerOf }) => {
    log(`\nreviews over ${String(city.assets)} assets`)
    const review = await timeOpening(owner, viewerOf, log)
    const bench = { city: copied, owner, review, viewerOf, log }
    await timeLargest(bench)
    await timeAnswering(bench, load)
    await timeReviewPages(bench, load)
  })
}

async function timeOpening(owner: pg.Client, viewerOf: ReviewBench['viewerOf'], log: ReviewBench['log']) {
  const manager = authorize(await viewerOf('secretariat'), 'review.manage')
  const { today } = manager.viewer
  const days = { opensOn: today, dueOn: today }
  const given = { title: '計測', answerers: 'clerks' as const, mustOpen: 0, scope: {}, ...days }
  const made = await makeReview(manager, { given, copiedFrom: null })
  if (!('result' in made)) throw new Error('no review was made')
  const { id } = made.result
  const opening = await timed(() => startReview(manager, { id, version: 1 }))
  accepted(opening.result, 'open')
  const { rows } = await owner.query<{ rows: number; departments: number }>(
    'select rows_frozen as rows, (select count(*)::int from review_departments where review_id = id) as departments from reviews where id = $1',
    [id],
  )
  const { rows: frozen = 0, departments = 0 } = rows[0] ?? {}
  log(
    `opening: ${inTenths(opening.milliseconds)} ms for ${frozen} rows of ${departments} departments (target 10,000)`,
  )
  return id
}

/** The rest of the largest department in one press, what is left one by one, and its certificate. */
async function timeLargest({ owner, review, viewerOf, log }: ReviewBench) {
  const { rows } = await owner.query<{ department: string; free: number }>(
    `select d.department_id::text as department, cardinality(review_free_rows($1, d.department_id)) as free
     from review_departments d join departments o on o.id = d.department_id where d.review_id = $1 and o.code = $2`,
    [review, largestDepartment],
  )
  const largest = rows[0]
  if (!largest) throw new Error('the largest department is not in the review')
  const department = BigInt(largest.department)
  const clerk = authorize(await viewerOf(`clerk-${largestDepartment}`), 'review.answer')
  const rest = await timed(() => answerRest(clerk, { review, department, seen: largest.free }))
  accepted(rest.result, 'the rest')
  log(
    `the rest is unchanged: ${inTenths(rest.milliseconds)} ms for ${largest.free} rows (target 1,000 for 5,000)`,
  )

  const { rows: left } = await owner.query<{ number: string; version: number }>(
    'select asset_number::text as number, version from review_answers where review_id = $1 and department_id = $2 and answer is null',
    [review, department],
  )
  const looking = await timed(async () => {
    for (let at = 0; at < left.length; at += 200)
      await saveReviewAnswers(clerk, {
        review,
        answers: left.slice(at, at + 200).map(({ number, version }) => ({
          number: BigInt(number),
          version,
          answer: 'unchanged',
          opened: true,
        })),
      })
  })
  if (left.length > 0)
    log(`opened and answered: ${inTenths(looking.milliseconds)} ms for ${left.length} rows, 200 a call`)
  const head = authorize(await viewerOf(`manager-${largestDepartment}`), 'review.certify')
  const { rows: seals } = await owner.query<{ hash: string; rows: number }>(
    `select encode(review_answers_hash($1, $2), 'hex') as hash, count(*)::int as rows from review_answers where review_id = $1 and department_id = $2`,
    [review, department],
  )
  const certified = await timed(() =>
    certifyDepartment(head, { review, department, hash: seals[0]?.hash ?? '' }),
  )
  accepted(certified.result, 'certify')
  log(
    `certified: ${inTenths(certified.milliseconds)} ms for ${seals[0]?.rows ?? 0} rows (no target; 1,000 is bearable)`,
  )
}
