import { saveReviewAnswers } from '@/lib/features/reviews/answer-commands'
import { authorize } from '@/lib/platform/authorize'
import { spreadOf } from './figures'
import { inTenths, timed, type ReviewBench, type ReviewLoad } from './review-load'

const answersPerSecond = 20
const people = 100

const until = (moment: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())))

/** Clerks of so many departments (two of one where there are fewer), each with rows of their own. */
async function answerers({ owner, review, viewerOf }: ReviewBench, rowsEach: number) {
  const { rows } = await owner.query<{ login: string; numbers: string[] }>(
    `select p.login_id as login, a.numbers from review_departments d
     cross join lateral (select p.login_id from grants g join people p on p.id = g.person_id
       where g.role = 'assetClerk' and g.department_id = d.department_id order by p.id limit 1) p
     cross join lateral (select array_agg(x.asset_number::text) as numbers from (
       select asset_number from review_answers r where r.review_id = $1 and r.department_id = d.department_id and r.answer is null
       order by 1 limit $2) x) a
     where d.review_id = $1 and a.numbers is not null order by cardinality(a.numbers) desc limit $3`,
    [review, rowsEach * 2, people],
  )
  const found = []
  for (const { login, numbers } of rows)
    found.push({ actor: authorize(await viewerOf(login), 'review.answer'), numbers: numbers.map(BigInt) })
  return found
}

/** At an even pace, nobody waiting for the one before: as people who answer while others do. */
export async function timeAnswering(bench: ReviewBench, { seconds }: ReviewLoad): Promise<void> {
  const { owner, review, log } = bench
  const wanted = answersPerSecond * seconds
  const actors = await answerers(bench, Math.ceil(wanted / people))
  const kept = async () => {
    const { rows } = await owner.query<{ count: number }>(
      'select count(*)::int from review_answer_log where review_id = $1',
      [review],
    )
    return rows[0]?.count ?? 0
  }
  const before = await kept()
  const saving = []
  const start = performance.now()
  for (let at = 0; at < wanted; at += 1) {
    const one = actors[at % actors.length]
    const number = one?.numbers.pop()
    if (!one || number === undefined) continue
    const answers = [{ number, version: 1, answer: 'unchanged' as const, opened: true }]
    saving.push(timed(() => saveReviewAnswers(one.actor, { review, answers })))
    await until(start + ((at + 1) * 1000) / answersPerSecond)
  }
  const saved = await Promise.all(saving)
  const took = (performance.now() - start) / 1000
  const refused = saved.filter(
    ({ result }) => !('result' in result) || result.result.rows.some(({ outcome }) => outcome !== 'saved'),
  )
  const times = spreadOf(saved.map(({ milliseconds }) => milliseconds))
  log(
    `answers: ${saved.length} from ${actors.length} people in ${inTenths(took)} s (${inTenths(saved.length / took)} a second); ${refused.length} refused, ${(await kept()) - before} kept; median ${inTenths(times.median)} ms, p95 ${inTenths(times.p95)} ms (target: all kept, 200)`,
  )
}
