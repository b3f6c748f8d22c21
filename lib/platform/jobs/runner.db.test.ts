import { mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseCronItems } from 'graphile-worker'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '@/e2e/support/database'
import type { TestDatabase } from '@/e2e/support/database'
import { jobNames, type Job } from './job'
import { startJobs, type Jobs, type RunnerOptions } from './runner'

let database: TestDatabase
let running: Jobs[] = []
let told: string[] = []
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  told = []
  await owned('delete from graphile_worker._private_jobs; delete from job_runs')
})
afterEach(async () => {
  await Promise.all(running.map((jobs) => jobs.stop()))
  running = []
})

const owned = async (sql: string, values: unknown[] = []) =>
  (await database.ownerPool.query<Record<string, unknown>>(sql, values.length > 0 ? values : undefined)).rows

function start(jobs: Record<string, Job> | undefined, options: Partial<RunnerOptions> = {}): Jobs {
  const started = startJobs({
    databaseUrl: database.writerUrl,
    anchors: null,
    log: (line) => told.push(line),
    cron: [],
    ...(jobs ? { jobs } : {}),
    ...options,
  })
  running.push(started)
  return started
}

/** As a command would: the writer's login. */
async function asWriter(sql: string) {
  const client = new pg.Client({ connectionString: database.writerUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}
const add = (name: string) => asWriter(`select graphile_worker.add_job('${name}')`)
const cutConnections = () =>
  asWriter(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'daicho jobs' and datname = current_database()`)

const runsOf = (name: string) => owned('select * from job_runs where name = $1 order by id', [name])
const within = { timeout: 20_000, interval: 25 }
const eventually = (check: () => Promise<void> | void) => expect.poll(asked(check), within).toBe('')
const asked = (check: () => Promise<void> | void) => async () => {
  try {
    await check()
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
const nothingWaits = async () => {
  expect(await owned('select * from graphile_worker._private_jobs')).toEqual([])
}

describe('each job once', () => {
  test('two runners share fifty jobs and run none of them twice', async () => {
    let runs = 0
    const count: Job = async (db) => {
      await db.query('select pg_sleep(0.01)')
      return ++runs
    }
    start({ count })
    start({ count })
    for (let job = 0; job < 50; job += 1) await add('count')
    await eventually(nothingWaits)
    expect(runs).toBe(50)
    const recorded = await runsOf('count')
    expect(recorded.map(({ outcome }) => outcome)).toEqual(Array(50).fill('succeeded'))
    expect(new Set(recorded.map(({ job_id: job }) => job)).size).toBe(50)
  })

  test('a time that was missed is made up for once, whoever looks first', async () => {
    await owned(`insert into graphile_worker._private_known_crontabs values ('daily', now() - interval '3 days', now() - interval '25 hours')
      on conflict (identifier) do update set last_execution = excluded.last_execution`)
    const hour = (new Date().getUTCHours() + 23) % 24
    const cron = parseCronItems([
      {
        task: 'daily',
        match: `0 ${hour} * * *`,
        identifier: 'daily',
        options: { backfillPeriod: 82_800_000 },
      },
    ])
    let runs = 0
    const daily: Job = () => Promise.resolve(++runs)
    start({ daily }, { cron })
    start({ daily }, { cron })
    await eventually(async () => {
      expect(await runsOf('daily')).toHaveLength(1)
      await nothingWaits()
    })
    expect(runs).toBe(1)
  })
})

describe('failures', () => {
  test('a job that fails is retried, and is to be seen with its error, without secrets', async () => {
    let runs = 0
    const shaky: Job = async (db) => {
      runs += 1
      if (runs === 1) await db.query('begin')
      if (runs === 1) throw new Error('no answer from postgresql://someone:geheim@host/db')
      return 7
    }
    start({ shaky })
    await add('shaky')
    await eventually(async () => {
      const [job] = await owned('select last_error, attempts from graphile_worker._private_jobs')
      expect(job).toEqual({ last_error: 'no answer from postgresql://someone:…@host/db', attempts: 1 })
    })
    await eventually(nothingWaits)
    const runsKept = await runsOf('shaky')
    expect(runsKept.map(({ outcome, attempt, handled }) => [outcome, attempt, handled])).toEqual([
      ['failed', 1, null],
      ['succeeded', 2, '7'],
    ])
    expect(told.join('\n')).toContain('no answer')
    expect(told.join('\n') + JSON.stringify(runsKept)).not.toContain('geheim')
  })

  test('a job whose process was killed runs again soon, and its run is kept as interrupted', async () => {
    await add('lost')
    await owned(
      `update graphile_worker._private_jobs set locked_by = 'worker-killed', locked_at = now() - interval '40 seconds', attempts = 1`,
    )
    await owned(`insert into job_runs (job_id, name, attempt, started_at)
      select id, 'lost', 1, now() - interval '40 seconds' from graphile_worker._private_jobs`)
    start({ lost: () => Promise.resolve(1) }, { lookForAbandoned: 50 })
    await eventually(nothingWaits)
    const runs = await runsOf('lost')
    expect(runs.map(({ outcome, attempt }) => [outcome, attempt])).toEqual([
      ['interrupted', 1],
      ['succeeded', 2],
    ])
  })

  test('a job that a living process still works on is left to it', async () => {
    let release = () => {}
    const held = new Promise<number>((resolve) => {
      release = () => {
        resolve(1)
      }
    })
    start({ long: () => held }, { lookForAbandoned: 50 })
    await add('long')
    await eventually(async () => {
      expect(await runsOf('long')).toHaveLength(1)
    })
    await owned(`update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'`)
    expect(await owned('select release_abandoned_jobs() as released')).toEqual([{ released: '0' }])
    release()
    await eventually(nothingWaits)
    expect(await runsOf('long')).toHaveLength(1)
  })
})

describe('restarts', () => {
  test('it goes on after the database ended every connection, also in the middle of a job', async () => {
    let runs = 0
    const cut: Job = async (db) => {
      runs += 1
      if (runs === 1) await db.query('select pg_terminate_backend(pg_backend_pid())')
      return runs
    }
    start({ cut }, { lookForAbandoned: 50 })
    await add('cut')
    await eventually(() => {
      expect(runs).toBe(1)
    })
    await cutConnections()
    await owned(
      `update graphile_worker._private_jobs set run_at = now(), locked_at = locked_at - interval '1 minute'`,
    )
    await add('cut')
    await eventually(async () => {
      expect(runs).toBe(3)
      await nothingWaits()
    })
  })

  test('it waits for a database that is not there at the start, and stops at once when told', async () => {
    const nowhere = Object.assign(new URL(database.writerUrl), { port: '9' }).toString()
    const jobs = start({}, { databaseUrl: nowhere })
    await eventually(() => {
      expect(told.length).toBeGreaterThan(0)
    })
    const begin = performance.now()
    await jobs.stop()
    expect(performance.now() - begin).toBeLessThan(1_000)
    expect(told.join()).not.toContain(new URL(database.writerUrl).password)
  })

  test('it stops within five seconds although a job does not end', async () => {
    const jobs = start({ endless: () => new Promise(() => {}) })
    await add('endless')
    await eventually(async () => {
      expect(await runsOf('endless')).toHaveLength(1)
    })
    const begin = performance.now()
    await jobs.stop()
    expect(performance.now() - begin).toBeLessThan(5_000)
    running = []
    await cutConnections()
  })
})

test('the portal’s own jobs do their work as the serving writer', async () => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'daicho-anchors-')), 'anchors.jsonl')
  await owned(`select open_system_session(id) from people where login_id = 'system'`)
  await owned(`insert into sign_in_throttles (bucket, failures, last_failed_at)
    values ('old', 1, now() - interval '2 days'), ('new', 1, now())`)
  start(undefined, { anchors: { file, secret: 's'.repeat(32) } })
  for (const name of jobNames) await add(name)
  await eventually(async () => {
    expect(
      (await owned('select name, outcome from job_runs order by name')).map(({ outcome }) => outcome),
    ).toEqual(jobNames.map(() => 'succeeded'))
  })
  expect(readFileSync(file, 'utf8')).toMatch(/^\{"at":.*"linkNumber":\d+/u)
  expect(await owned('select bucket from sign_in_throttles')).toEqual([{ bucket: 'new' }])
})
