import pg from 'pg'
import { answerRest, saveReviewAnswers } from '@/lib/features/reviews/answer-commands'
import { makeReview, startReview } from '@/lib/features/reviews/commands'
import { authorize } from '@/lib/platform/authorize'
import { closeDatabase } from '@/lib/platform/database'
import { resumeSession } from '@/lib/platform/viewer'
import { accepted } from '../sample-city/actors'
import type { BenchCity } from './city'
import { spreadOf } from './figures'

const copy = 'daicho_bench_reviews'
const answersPerSecond = 20
const seconds = 60
const people = 100
const round = (value: number) => Math.round(value * 10) / 10
const until = (moment: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())))

/**
 * What a review costs, by the portal's own commands in a copy of the city: opening over every asset, the rest of a large
 * department, the progress of everything, and 100 people who answer 20 rows a second for a minute.
 */
export async function timeReviews(city: BenchCity, log: (line: string) => void): Promise<void> {
  const superuser = new pg.Client({ connectionString: city.superuserUrl })
  await superuser.connect()
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${copy}` }).toString()
  await closeDatabase()
  await superuser.query(`drop database if exists ${copy} with (force)`)
  await superuser.query(
    `create database ${copy} template ${new URL(city.ownerUrl).pathname.slice(1)} owner daicho_owner strategy file_copy`,
  )
  await superuser.query(`grant connect on database ${copy} to daicho_read, daicho_write`)
  process.env['DATABASE_URL'] = at(city.readerUrl)
  process.env['DATABASE_WRITE_URL'] = at(city.writerUrl)
  const owner = new pg.Client({ connectionString: at(city.ownerUrl) })
  await owner.connect()
  try {
    await measure(owner, log)
  } finally {
    await owner.end()
    await closeDatabase()
    await superuser.query(`drop database ${copy} with (force)`)
    await superuser.end()
  }
}

async function viewerOf(owner: pg.Client, login: string) {
  const { rows } = await owner.query<{ secret: string }>(
    'select open_system_session(id) as secret from people where login_id = $1',
    [login],
  )
  const viewer = await resumeSession(rows[0]?.secret ?? '')
  if (!viewer) throw new Error(`nobody signs in as ${login}`)
  return viewer
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const start = performance.now()
  return { result: await work(), milliseconds: performance.now() - start }
}

async function measure(owner: pg.Client, log: (line: string) => void) {
  const { rows: makers } = await owner.query<{ login: string }>(
    `select p.login_id as login from people p join grants g on g.person_id = p.id where g.role = 'secretariat' order by p.id limit 1`,
  )
  const manager = authorize(await viewerOf(owner, makers[0]?.login ?? ''), 'review.manage')
  const { today } = manager.viewer
  const given = {
    title: '計測',
    answerers: 'clerks' as const,
    opensOn: today,
    dueOn: today,
    mustOpen: 0,
    scope: {},
  }
  const made = await makeReview(manager, { given, copiedFrom: null })
  if (!('result' in made)) throw new Error('no review was made')
  const { id } = made.result
  const opening = await timed(() => startReview(manager, { id, version: 1 }))
  accepted(opening.result, 'open')
  const { rows: places } = await owner.query<{
    department: string
    free: string
    login: string
    rows: string
  }>(
    `select d.department_id::text as department, cardinality(review_free_rows(d.review_id, d.department_id)) as free, p.login_id as login,
       d.rows_at_opening as rows
     from review_departments d
     cross join lateral (select p.login_id from grants g join people p on p.id = g.person_id
       where g.role = 'assetClerk' and g.department_id = d.department_id order by p.id limit 1) p
     where d.review_id = $1 order by d.rows_at_opening desc`,
    [id],
  )
  log(
    `\nopening: ${round(opening.milliseconds)} ms for ${places.reduce((sum, place) => sum + Number(place.rows), 0)} rows (target 10,000)`,
  )

  const largest = places[0]
  if (!largest) throw new Error('no department has a clerk')
  const clerk = authorize(await viewerOf(owner, largest.login), 'review.answer')
  const rest = await timed(() =>
    answerRest(clerk, { review: id, department: BigInt(largest.department), seen: Number(largest.free) }),
  )
  log(
    `the rest is unchanged: ${round(rest.milliseconds)} ms for ${largest.free} rows (target 1,000 for 5,000)`,
  )
  await answering(owner, id, places.slice(1, people + 1), log)

  const reading: number[] = []
  for (let at = 0; at < 50; at += 1)
    reading.push((await timed(() => owner.query('select review_sums($1, null)', [id]))).milliseconds)
  log(`sums of all departments, not folded: ${round(spreadOf(reading).median)} ms`)
}

type Place = { department: string; login: string }

/** People at an even pace, none waiting for the one before: each answers rows of their own department. */
async function answering(
  owner: pg.Client,
  review: bigint,
  places: readonly Place[],
  log: (line: string) => void,
) {
  const actors = []
  for (const { department, login } of places) {
    const { rows } = await owner.query<{ number: string }>(
      'select asset_number::text as number from review_answers where review_id = $1 and department_id = $2 and answer is null order by 1 limit 100',
      [review, department],
    )
    if (rows.length > 0)
      actors.push({
        actor: authorize(await viewerOf(owner, login), 'review.answer'),
        numbers: rows.map(({ number }) => BigInt(number)),
      })
  }
  const saving: Promise<{ result: Awaited<ReturnType<typeof saveReviewAnswers>>; milliseconds: number }>[] =
    []
  const start = performance.now()
  for (let at = 0; at < answersPerSecond * seconds; at += 1) {
    const one = actors[at % actors.length]
    const number = one?.numbers.pop()
    if (!one || number === undefined) continue
    saving.push(
      timed(() =>
        saveReviewAnswers(one.actor, { review, answers: [{ number, version: 1, answer: 'change' }] }),
      ),
    )
    await until(start + ((at + 1) * 1000) / answersPerSecond)
  }
  const saved = await Promise.all(saving)
  const times = spreadOf(saved.map(({ milliseconds }) => milliseconds))
  const { rows } = await owner.query<{ rows: string }>(
    `select count(*) as rows from review_answer_log where review_id = $1 and answer = 'change'`,
    [review],
  )
  log(
    `${answersPerSecond} answers a second from ${actors.length} people: ${saved.length} sent, ${rows[0]?.rows ?? '0'} kept, median ${round(times.median)} ms, p95 ${round(times.p95)} ms (target 200)`,
  )
}
