import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { randomOf } from '@/e2e/support/interleave'
import { addJob, addressesFor, endProcess, endWorkers, mailTo, startWorker } from '@/e2e/support/mail-city'
import { startMailServer, type MailServer, type Stage } from '@/e2e/support/mail-server'
import { noonOf, ownerAt } from '@/e2e/support/moved'
import { reviewActs } from '@/e2e/support/review-acts'
import { addBusinessDays } from '@/lib/domain/business-days'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const kills = 20
const stages: readonly Stage[] = ['mail', 'recipient', 'data', 'stored', 'answered']

let city: ApprovalCity
let server: MailServer
let at: (stage: Stage) => void | Promise<void> = () => undefined
beforeAll(async () => {
  process.stdout.write(`SEED=${seed}\n`)
  city = await approvalCity()
  const acts = approvalActs(city)
  const reviews = reviewActs(city, acts)
  for (const department of ['11', '12', '13']) await acts.registered(department)
  for (let made = 0; made < 30; made++)
    await reviews.opened({ title: `review ${made}`, opensOn: '2044-04-01', dueOn: '2044-04-01' })
  server = await startMailServer({ at: (stage) => at(stage) })
  await addressesFor(city.database.ownerPool)
  await mailTo(city.database.ownerPool, server.port)
}, 180_000)
afterAll(async () => {
  await endWorkers()
  await server.stop()
  await city.end()
})

const random = randomOf(seed)
const pool = () => city.database.ownerPool
const waiting = async (sql: string, values: unknown[] = []) =>
  Number((await city.owner<{ count: string }>(`select count(*) from ${sql}`, values))[0]?.count)

test('killed twenty times while reminding and composing: each person is told each thing once, in one mail a day', async () => {
  let day = '2044-04-01'
  const days: string[] = []
  for (let round = 0; round < kills; round++) {
    day = addBusinessDays(day, 1)
    days.push(day)
    await addJob(pool(), 'writeNotices')
    await addJob(pool(), 'composeDigests')
    const worker = await startWorker(city.database, noonOf(day))
    // A random moment: nothing depends on which one it is.
    await wait(random(300))
    await endProcess(worker, 'SIGKILL')
    // What a fresh one does once it runs is what one that was never killed would have done.
    if (round % 5 === 4) await finishReminding(day)
  }
  const told = await city.owner<{ person_id: string; key: string; times: string }>(
    'select person_id::text, key, count(*)::text as times from notices group by 1, 2 having count(*) > 1',
  )
  expect(told).toEqual([])
  expect(await waiting('(select 1 from digests group by person_id, day having count(*) > 1) twice')).toBe(0)
  // No notice is in two mails, and none is marked as told by a mail that is not there.
  expect(
    await waiting(
      'notices n where n.digest_id is not null and not exists (select from digests d where d.id = n.digest_id)',
    ),
  ).toBe(0)
}, 600_000)

/** A fresh worker until nothing is due any more. */
async function finishReminding(day: string) {
  const worker = await startWorker(city.database, noonOf(day))
  const missing = async () => {
    const [row] = await ownerAt<{ count: string }>(
      pool(),
      noonOf(day),
      `select count(*) from (select person_id, key from due_review_notices() union select person_id, key from due_other_notices()) d
       join people p on p.id = d.person_id where not exists (select from notices n where n.person_id = d.person_id and n.key = d.key)`,
    )
    return Number(row?.count)
  }
  const unmailed = () =>
    waiting(
      `notices n join people p on p.id = n.person_id where n.digest_id is null
       and not exists (select from digests d where d.person_id = n.person_id and d.day = $1)`,
      [day],
    )
  await expect.poll(async () => again('writeNotices', missing), { timeout: 60_000, interval: 500 }).toBe(0)
  await expect.poll(async () => again('composeDigests', unmailed), { timeout: 60_000, interval: 500 }).toBe(0)
  await endProcess(worker, 'SIGTERM')
}

/** How many are left; while some are, the job is asked for once more. */
async function again(job: string, left: () => Promise<number>): Promise<number> {
  const count = await left()
  if (count > 0) await addJob(pool(), job)
  return count
}

test('killed twenty times while sending: every mail arrives once, or twice and the second says so; none a third time', async () => {
  await city.owner(`insert into digests (person_id, day, address, subject, body, message_id)
    select p.id, '2043-01-01'::date + n, p.login_id || '@example.invalid', 'digest ' || n, 'body', format('<digest-%s-%s@x>', p.id, n)
    from people p, generate_series(1, 12) n where p.login_id <> 'system'`)
  for (let round = 0; round < kills; round++) {
    const when = stages[random(stages.length)] ?? 'data'
    const whose = 1 + random(6)
    await killedWhile(when, whose)
  }
  at = () => undefined
  const open = () => waiting(`digests where state in ('queued', 'failed', 'sending')`)
  // Two fresh workers at once finish what is left.
  const fresh = await Promise.all([startWorker(city.database), startWorker(city.database)])
  await expect
    .poll(
      async () => {
        await city.owner(`update digests set next_at = clock_timestamp() where state = 'failed'`)
        return again('sendMail', open)
      },
      { timeout: 120_000, interval: 500 },
    )
    .toBe(0)
  await Promise.all(fresh.map((worker) => endProcess(worker, 'SIGTERM')))

  const mails = await city.owner<{ id: string; state: string; unclear: number }>(
    `select message_id as id, state, unclear from digests where state <> 'gaveUp'`,
  )
  expect(mails.length).toBeGreaterThan(100)
  expect(mails.filter(({ state }) => state !== 'sent' && state !== 'unsure')).toEqual([])
  for (const { id, state, unclear } of mails) {
    const got = server.received.filter(({ messageId }) => messageId === id)
    expect(got.length).toBeLessThanOrEqual(2)
    if (state === 'sent') expect(got.length).toBeGreaterThanOrEqual(1)
    if (unclear === 0) expect(got.length).toBe(1)
    const [, second] = got
    if (second) expect(second.body).toContain('2通届くことがあります')
  }
  // The kills did fall into deliveries: some mails had to be sent without knowing.
  expect(mails.some(({ unclear }) => unclear > 0)).toBe(true)
}, 600_000)

/** Starts a worker that sends, and kills it when the server has come to a stage for the nth time. */
async function killedWhile(when: Stage, nth: number) {
  const worker = await startWorker(city.database)
  let seen = 0
  const killed = new Promise<void>((resolve) => {
    at = (stage) => {
      if (stage !== when || ++seen < nth || worker.killed) return
      return endProcess(worker, 'SIGKILL').then(resolve)
    }
  })
  await addJob(pool(), 'sendMail')
  await killed
}
