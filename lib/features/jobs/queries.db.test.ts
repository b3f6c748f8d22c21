import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { rawSql } from '@/e2e/support/small-city-sessions'
import { startJobs } from '@/lib/platform/jobs/runner'
import { retryFailedJob } from './commands'
import { findJobOverview } from './queries'

let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
})
afterAll(() => city.end())

const overview = async () => findJobOverview(await city.may('portaladmin', 'job.read'))

test('before anything ran, the page has nothing to show', async () => {
  expect(await overview()).toEqual({ jobs: [], runs: [], lastSuccess: {} })
})

test('a failing job comes first, with its error; what succeeded is among the runs', async () => {
  const add = (name: string, runAt: string) =>
    city.writer.query(`select graphile_worker.add_job('${name}', '{"to":"山田"}', run_at := ${runAt})`)
  await add('later', `now() + interval '1 day'`)
  await add('broken', 'now()')
  await add('fine', 'now()')
  const jobs = startJobs({
    databaseUrl: city.database.writerUrl,
    anchors: null,
    log: () => undefined,
    cron: [],
    jobs: { broken: () => Promise.reject(new Error('no mail server')), fine: () => Promise.resolve(3) },
  })
  await expect.poll(async () => (await overview()).runs.filter((run) => run.outcome).length).toBe(2)
  await expect
    .poll(async () => (await overview()).jobs.map(({ state }) => state))
    .toEqual(['retrying', 'waiting'])
  await jobs.stop()
  const seen = await overview()
  expect(seen.jobs[0]).toMatchObject({ name: 'broken', attempts: 1, lastError: 'no mail server' })
  expect(seen.runs.find(({ name }) => name === 'fine')).toMatchObject({ outcome: 'succeeded', handled: 3 })
  expect(seen.lastSuccess['fine']).toBeInstanceOf(Date)
  expect(JSON.stringify(seen)).not.toContain('山田')
})

test('a job that failed is due again at once when somebody asks; one that waits for its time is not', async () => {
  const actor = await city.may('portaladmin', 'job.manage')
  const { jobs } = await overview()
  const idOf = (name: string) => BigInt(jobs.find((job) => job.name === name)?.id ?? 0)
  await city.writer.query(`update graphile_worker._private_jobs set attempts = max_attempts where id = $1`, [
    idOf('broken'),
  ])
  expect((await overview()).jobs[0]?.state).toBe('gaveUp')
  expect(await retryFailedJob(actor, { id: idOf('broken') })).toEqual({ result: null })
  expect((await overview()).jobs[0]).toMatchObject({ name: 'broken', state: 'retrying' })
  expect(await retryFailedJob(actor, { id: idOf('later') })).toEqual({ refused: 'gone' })
  const { rows } = await city.database.ownerPool.query(
    `select details ->> 'job' as job from audit_events where action = 'job.retried'`,
  )
  expect(rows).toEqual([{ job: 'broken' }])
})

test('the database itself refuses whoever lacks job.read', async () => {
  for (const login of ['ciso', 'auditor', 'secretariat', 'clerk-110']) {
    const secret = await city.secretOf(login)
    await expect(rawSql(city.reader, 'select job_overview()', { secret }), login).rejects.toThrow('job.read')
  }
})
