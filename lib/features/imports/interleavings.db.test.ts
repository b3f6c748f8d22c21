import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { approvalInvariants } from '@/e2e/support/approval-invariants'
import { importActs, readImportsHere } from '@/e2e/support/import-acts'
import { importInvariants, importStepsMet } from '@/e2e/support/import-invariants'
import { fileOf, importing } from '@/e2e/support/import-schedules'
import { randomFrom, type Random } from '@/e2e/support/interleaving'
import { ledgerAct } from '@/e2e/support/ledger-acts'
import { inTurns, Player } from '@/e2e/support/turns'
import { verifyTrail } from '@/lib/platform/audit/verify'
import { commitImports } from '@/lib/platform/jobs/commit-imports'
import type { Job } from '@/lib/platform/jobs/job'

/*
 * Random schedules of people who import, mend, confirm and cancel, of the jobs that read and write (now and then one is
 * cut off), and of people who edit, submit and decide meanwhile: statement by statement, on connections of their own.
 * SEED=n runs that schedule only, SCHEDULES=n that many; from `enough` on they are known to meet every outcome.
 */
const usual = 60
const enough = 200
const only = Number(process.env['SEED'] ?? 0)
const schedules = Number(process.env['SCHEDULES'] ?? usual)
const chunk = 20
let city: ApprovalCity
let acts: ReturnType<typeof importActs>
let clients: pg.PoolClient[] = []
let monitor: pg.PoolClient
let locked = 0
const assets: string[] = []
const files: { login: string; bytes: Uint8Array }[] = []
const tally = new Map<string, number>()
const count = (what: string, word: unknown) => {
  const key = `${what} ${String(word)}`
  tally.set(key, (tally.get(key) ?? 0) + 1)
}

beforeAll(async () => {
  city = await approvalCity()
  acts = importActs(city)
  const approvals = approvalActs(city)
  for (const code of ['11', '11', '11', '11', '12', '12'])
    assets.push(await approvals.registered(code, { confidentiality: '3B' }))
  await city.owner('alter table assets disable trigger user')
  for (const [at, number] of assets.entries())
    await city.owner(`update assets set name = $2, medium = 'サーバ' where number = $1`, [number, nameOf(at)])
  await city.owner('alter table assets enable trigger user')
  await city.owner(importStepsMet)
  clients = await Promise.all([1, 2, 3].map(() => city.writers.connect()))
  monitor = await city.database.ownerPool.connect()
}, 120_000)
afterAll(async () => {
  for (const client of [...clients, monitor]) client.release()
  await city.end()
})

const nameOf = (at: number) => `台帳の資産${String(at)}`

/** Runs a job as the runner does, on a connection of its own that ends with it. `dies`: after so many statements. */
const working = (job: Job, what: string, dies: number) => async (player: Player) => {
  const mine: pg.PoolClient[] = []
  let [said, isDead] = [0, false]
  const at = () => {
    isDead ||= ++said > dies
    if (isDead) throw new Error('cut off')
  }
  const connect = async () => {
    const client = await city.writers.connect()
    mine.push(client)
    return player.gated(client, at)
  }
  try {
    count(what, (await job(await connect(), { anchors: null }, connect)) > 0 ? 'worked' : 'idle')
  } catch (error) {
    count(what, isDead ? 'died' : ((error as { code?: string }).code ?? String(error)))
  } finally {
    for (const client of mine) client.release(true)
  }
}

/** Two deeds of somebody, one after the other. */
const person = (client: pg.PoolClient, random: Random) => async (player: Player) => {
  const gated = player.gated(client)
  for (let turn = 0; turn < 2; turn++) {
    const [what, deed] = random.below(5) < 3 ? importing(acts, random) : ledgerAct(city, assets, random)
    count(what, await deed(gated))
  }
}

/** Somebody sends a file, and it is read, with nobody else about. */
async function bring(random: Random, seed: number) {
  const { login, bytes } = fileOf(
    files,
    assets.map((_, at) => nameOf(at)),
    random,
    seed,
  )
  const client = clients[0]
  if (!client) throw new Error('no connection')
  const { id, said } = await acts.upload(client, login, 'ledger.csv', bytes)
  count('upload', said)
  if (said === 'tooManyWaiting') {
    const oldest = (await acts.open())
      .reverse()
      .find((each) => each.login === login && each.state !== 'failed')
    if (oldest) await acts.door(client, login, 'cancel_import($1, $2)', [oldest.id, oldest.version])
    return
  }
  if (random.below(5) === 0) return
  await calmly(readImportsHere)
  if (random.below(2) === 0) count('confirm at once', await confirmCalmly(id))
}

/** Leaves out what can't come in, says why levels fall, and confirms: it waits for the job then. */
async function confirmCalmly(id: string): Promise<unknown> {
  const client = clients[0]
  const mine = async () => (await acts.open()).find((each) => each.id === id)
  for (const [door, ...values] of [
    ['skip_rows($1, $2, null, $3)', '二重'],
    ['set_import_reason($1, $2, $3)', '年次の見直し'],
  ] as const) {
    const one = await mine()
    if (!client || one?.state !== 'previewed') return one?.state ?? 'over'
    await acts.door(client, one.login, door, [id, one.version, ...values])
  }
  const one = await mine()
  return client && one ? acts.confirm(client, one, crypto.randomUUID()) : 'over'
}

/** A job with nobody else about. */
async function calmly(job: Job) {
  const client = await city.writers.connect()
  await job(client, { anchors: null }, () => city.writers.connect()).finally(() => {
    client.release(true)
  })
}

async function runSchedule(seed: number) {
  const random = randomFrom(seed)
  await bring(random, seed)
  if (random.below(2) === 0) await bring(random, seed)
  const jobs = random.some([commitImports, commitImports, commitImports, readImportsHere], 2)
  locked += await inTurns(
    [
      ...clients.map((client) => new Player(person(client, random))),
      ...jobs.map((job) => {
        const dies = random.below(4) === 0 ? 2 + random.below(14) : Infinity
        return new Player(working(job, job === commitImports ? 'write' : 'read', dies))
      }),
    ],
    random,
    monitor,
  )
}

/** What was cut off has failed as soon as its connection is gone. */
async function settle() {
  const left = async () =>
    (
      await city.owner(
        `select fail_abandoned_imports(), id from imports where state in ('reading', 'committing')`,
      )
    ).length
  await expect.poll(left, { timeout: 10_000, interval: 20 }).toBe(0)
}
const expectAll = async () => {
  for (const [name, breaches] of Object.entries({ ...importInvariants, ...approvalInvariants }))
    expect([name, await city.owner(breaches)]).toEqual([name, []])
}

const chunks =
  only > 0
    ? [[only, only] as const]
    : Array.from({ length: schedules / chunk }, (_, at) => [at * chunk + 1, (at + 1) * chunk] as const)
test.each(chunks)(
  'after the schedules of seeds %i to %i everything holds that must',
  async (first, last) => {
    for (let seed = first; seed <= last; seed += 1) await runSchedule(seed)
    await settle()
    await expectAll()
  },
  120_000,
)

test('the files that were written change nothing when they come once more', async () => {
  const client = clients[0]
  const last = await city.owner<{ login: string; bytes: Buffer }>(
    `select p.login_id as login, f.content as bytes from imports i join people p on p.id = i.created_by
     join import_file_parts f on f.import_id = i.id where i.state = 'done' order by i.id desc limit 5`,
  )
  expect(last.length).toBeGreaterThan(only > 0 ? -1 : 0)
  // One that had nothing to write still waits for its person, who may have five that do.
  const cancelAll = async () => {
    for (const { id, version, login } of await acts.open())
      if (client) await acts.door(client, login, 'cancel_import($1, $2)', [id, version])
  }
  for (const { login, bytes } of last) {
    await cancelAll()
    const written: unknown[] = []
    for (let time = 1; time <= 2; time++) {
      const { id, said } = client
        ? await acts.upload(client, login, 'ledger.csv', bytes)
        : { id: '', said: '' }
      expect(said).toBe('done')
      await calmly(readImportsHere)
      written.push(await confirmCalmly(id))
      await calmly(commitImports)
    }
    // What others have changed since comes back once; nothing of it, or nothing that could come in, the second time.
    expect(['done', 'nothingToDo']).toContain(written[0])
    expect(written[1]).toBe('nothingToDo')
  }
  await expectAll()
})

test('the schedules met every outcome, and no lock was waited for in a circle', async () => {
  const steps = await city.owner<{ step: string; count: number }>(
    `select before || '>' || after as step, count(*)::int from import_steps_met group by 1 order by 1`,
  )
  process.stdout.write(`${JSON.stringify({ locked, steps, tally: [...tally].sort() })}\n`)
  expect(await verifyTrail(city.database.ownerUrl, null)).toMatchObject({ findings: [] })
  const words = [...tally].map(([key]) => key)
  expect(words.filter((word) => /40P01|55P03|error/u.test(word))).toEqual([])
  if (only > 0 || schedules < enough) return
  const went = steps.map(({ step }) => step)
  for (const step of [
    'previewed>queued',
    'queued>cancelled',
    'committing>done',
    'committing>previewed',
    'committing>failed',
    'failed>previewed',
    'previewed>uploaded',
    'reading>previewed',
  ])
    expect(went).toContain(step)
  for (const word of [
    'changed',
    'stale',
    'gone',
    'notReady',
    'nothingToDo',
    'reasonMissing',
    'done, again same',
  ])
    expect(words).toContain(`confirm ${word}`)
})
