import { parseCronItems } from 'graphile-worker'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase, type TestDatabase } from '@/e2e/support/database'
import type { Job } from './job'
import { startJobs } from './runner'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  const owner = await database.ownerPool.connect()
  await owner.query('begin')
  await owner.query(`select open_system_session((select id from people where login_id = 'system')),
    set_config('app.permission', 'grant.manageApprovers', true)`)
  await owner.query(`insert into settings (key, value) values ('sample_data', 'true')`)
  await owner.query('commit')
  owner.release()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await database.drop()
})

/** A job that tells the day it believes. */
const dayOf =
  (days: string[]): Job =>
  async (db) => {
    const { rows } = await db.query<{ today: string }>('select app_today()::text as today')
    return days.push(rows[0]?.today ?? '')
  }

test('started with a moved clock, each daily job is done once, on the day that the pages show; others wait for their time', async () => {
  vi.stubEnv('DAICHO_NOW', '2031-04-01T09:00:00+09:00')
  const [daily, often]: [string[], string[]] = [[], []]
  // Both are due in half a year: the library's clock, which is the real one, starts neither.
  const match = `7 7 7 ${((new Date().getUTCMonth() + 6) % 12) + 1} *`
  const item = (task: string, backfillPeriod: number) => ({
    task,
    match,
    identifier: task,
    options: { backfillPeriod },
  })
  const jobs = startJobs({
    databaseUrl: database.writerUrl,
    anchors: null,
    log: () => undefined,
    jobs: { daily: dayOf(daily), often: dayOf(often) },
    cron: parseCronItems([item('daily', 86_400_000), item('often', 0)]),
  })
  try {
    await expect.poll(() => daily, { timeout: 20_000 }).toEqual(['2031-04-01'])
    expect(often).toEqual([])
  } finally {
    await jobs.stop()
  }
})
