import { afterAll, beforeAll, expect, test } from 'vitest'
import { killAt, looksAt, startProgram, watchOf } from '@/e2e/support/killing'
import { randomLedger } from '@/e2e/support/random-ledger'
import { authorize, type May } from '@/lib/platform/authorize'
import { makeReview, startReview } from './commands'

/**
 * The process that opens or closes a review is killed again and again while the database is at it: everything of it
 * happened, or nothing; and the next one finishes. `SEED=n` repeats one point in time.
 */
const seeds = process.env['SEED']
  ? [Number(process.env['SEED'])]
  : Array.from({ length: 20 }, (_, at) => at + 1)
const opening = 'open_due_reviews'
const closing = 'close_review'

let ledger: Awaited<ReturnType<typeof randomLedger>>
let watch: Awaited<ReturnType<typeof watchOf>>
let secretary: May<'review.manage'>
let assets: number
beforeAll(async () => {
  ledger = await randomLedger(35_000, { secretary: { role: 'secretariat', scope: 'everything' } })
  watch = await watchOf(ledger.database)
  secretary = authorize(await ledger.viewerOf('secretary'), 'review.manage')
  const [counted] = await ask<{ count: number }>(`select count(*)::int from assets where state = 'active'`)
  assets = counted?.count ?? 0
  expect(assets).toBeGreaterThan(20_000)
}, 240_000)
afterAll(async () => {
  await watch.end()
  await ledger.end()
})

async function ask<R>(sql: string, values: unknown[] = []): Promise<R[]> {
  return (await ledger.database.ownerPool.query(sql, values)).rows as R[]
}

/** A review of everything that is due today, and the job that opens it. */
async function dueReview(): Promise<string> {
  const { today } = secretary.viewer
  const given = {
    title: 'yearly',
    answerers: 'clerks' as const,
    opensOn: today,
    dueOn: today,
    mustOpen: 3,
    scope: {},
  }
  const made = await makeReview(secretary, { given, copiedFrom: null })
  if (!('result' in made)) throw new Error('no review was made')
  return String(made.result.id)
}
const addJob = () => ask(`select graphile_worker.add_job('openReviews')`)
const worker = () => startProgram('scripts/worker.ts', ledger.database)

/** What there is of a review: nothing before it opens, everything after. */
async function found(review: string) {
  const [row] = await ask<{ state: string; rows: number[]; sound: boolean; events: number; folded: number }>(
    `select state, array[(select count(*) from review_scope where review_id = $1), (select count(*) from review_answers where review_id = $1),
        (select coalesce(sum(rows), 0) from review_counts where review_id = $1),
        (select coalesce(sum(rows_at_opening), 0) from review_departments where review_id = $1)]::int[] as rows,
      coalesce(scope_hash = review_scope_hash($1), false) as sound,
      (select count(*)::int from audit_events where action = 'review.opened' and subject_id = $1) as events
     from reviews where id = $1`,
    [review],
  )
  return row
}
const nothing = { state: 'scheduled', rows: [0, 0, 0, 0], sound: false, events: 0 }
const everything = () => ({ state: 'open', rows: Array(4).fill(assets), sound: true, events: 1 })

test(`a worker killed while it opens a review leaves all of it or nothing, and the next one opens it (seeds ${seeds.join(', ')})`, async () => {
  const reviews = [await dueReview()]
  await addJob()
  const calm = worker()
  const usual = await looksAt(watch, opening, calm)
  calm.child.kill('SIGKILL')
  await calm.gone
  let [review] = reviews
  const ended = { absent: 0, complete: 0 }
  for (const seed of seeds) {
    // What the last one left undone is the next one's to do.
    if (!review || (await found(review))?.state === 'open') reviews.push((review = await dueReview()))
    await addJob()
    await killAt(seed, usual, watch, opening, worker())
    const left = await found(review)
    expect([nothing, everything()], `SEED=${seed}`).toContainEqual(left)
    ended[left?.state === 'open' ? 'complete' : 'absent'] += 1
  }
  if (seeds.length > 1) for (const count of Object.values(ended)) expect(count).toBeGreaterThan(0)
  await addJob()
  const last = worker()
  const open = async () =>
    (await Promise.all(reviews.map(found))).filter((review) => review?.state === 'open')
  await expect.poll(async () => (await open()).length, { timeout: 120_000 }).toBe(reviews.length)
  expect(await Promise.all(reviews.map(found))).toEqual(reviews.map(everything))
  last.child.kill('SIGTERM')
  await last.gone
}, 600_000)

test('of two workers that open at once, one does', async () => {
  const review = await dueReview()
  for (let job = 0; job < 4; job += 1) await addJob()
  const workers = [worker(), worker()]
  const jobs = async () => (await ask('select from graphile_worker._private_jobs')).length
  await expect.poll(jobs, { timeout: 60_000 }).toBe(0)
  expect(await found(review)).toEqual(everything())
  for (const { child, gone } of workers) {
    child.kill('SIGTERM')
    await gone
  }
}, 120_000)

/** The completion report: none while open; once closed, every department with every row. */
async function reported(review: string) {
  const [row] = await ask<{ state: string; complete: boolean; events: number }>(
    `select state, case state when 'closed' then
        (select count(*) = (select count(*) from review_departments where review_id = $1) and sum((d ->> 'rows')::int) = rows_frozen
         from jsonb_array_elements(report -> 'departments') d) and report ->> 'scopeHash' = encode(scope_hash, 'hex')
        else report is null and closed_at is null end as complete,
      (select count(*)::int from audit_events where action = 'review.closed' and subject_id = $1) as events
     from reviews where id = $1`,
    [review],
  )
  return row
}

async function openReviewKeys(): Promise<string[]> {
  return (await ask<{ id: string }>(`select id::text from reviews where state = 'open' order by id`)).map(
    ({ id }) => id,
  )
}

async function openedReview(): Promise<string> {
  const id = BigInt(await dueReview())
  expect(await startReview(secretary, { id, version: 1 })).toEqual({ result: { id } })
  return String(id)
}

async function closer(review: string) {
  const [known] = await ask<{ version: number }>('select version from reviews where id = $1', [review])
  const [session] = await ask<{ secret: string }>(
    `select open_system_session(id) as secret from people where login_id = 'secretary'`,
  )
  const of = { REVIEW: review, VERSION: String(known?.version), SESSION: session?.secret }
  return startProgram('e2e/support/close-review.ts', ledger.database, of)
}

test(`a server killed while it closes a review leaves a whole report or none, and the next one closes it (seeds ${seeds.join(', ')})`, async () => {
  const open = await openReviewKeys()
  const nextOpen = async () => open.shift() ?? openedReview()
  const calm = await closer(await nextOpen())
  const usual = await looksAt(watch, closing, calm)
  await calm.gone
  let review = await nextOpen()
  for (const seed of seeds) {
    await killAt(seed, usual, watch, closing, await closer(review))
    const left = await reported(review)
    expect(
      [
        { state: 'open', complete: true, events: 0 },
        { state: 'closed', complete: true, events: 1 },
      ],
      `SEED=${seed}`,
    ).toContainEqual(left)
    if (left?.state === 'closed') review = await nextOpen()
  }
  const next = await closer(review)
  await next.gone
  expect(await reported(review)).toEqual({ state: 'closed', complete: true, events: 1 })
}, 600_000)
