import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '@/scripts/embedded-postgres.mjs'
import { migrate } from '@/scripts/migrate.mjs'
import { provision } from '@/scripts/provision.mjs'
import { patientPool } from './patient-pool'
import { startJobs } from './runner'

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'daicho-restart-'))
chmodSync(dataDir, 0o755)
let server: Awaited<ReturnType<typeof startEmbeddedPostgres>>
let writerUrl: string
beforeAll(async () => {
  server = await startEmbeddedPostgres({ dataDir, sync: false })
  const word = 'only-for-this-test'
  const urls = await provision(server.superuserUrl, { owner: word, reader: word, writer: word })
  await migrate(urls.ownerUrl)
  writerUrl = urls.writerUrl
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function add(name: string) {
  const client = new pg.Client({ connectionString: writerUrl })
  await client.connect()
  await client.query('select graphile_worker.add_job($1)', [name])
  await client.end()
}

test('jobs go on by themselves after the database was stopped and started again', async () => {
  let runs = 0
  const told: string[] = []
  const jobs = startJobs({
    databaseUrl: writerUrl,
    anchors: null,
    log: (line) => told.push(line),
    jobs: { count: () => Promise.resolve(++runs) },
  })
  const { pool, giveUp } = patientPool(writerUrl, (line) => told.push(line))
  try {
    await add('count')
    await expect.poll(() => runs, { timeout: 20_000 }).toBe(1)
    const { port } = server
    await server.stop()
    // What the library's clock asks meanwhile is answered later, not refused.
    const asked = pool.query('select 1 as one')
    await expect.poll(() => told.join('\n'), { timeout: 20_000 }).toContain('the schedule waits')
    server = await startEmbeddedPostgres({ dataDir, port, sync: false })
    expect((await asked).rows).toEqual([{ one: 1 }])
    await add('count')
    await expect.poll(() => runs, { timeout: 30_000 }).toBe(2)
    expect(told.join('\n')).not.toContain('only-for-this-test')
  } finally {
    giveUp()
    await jobs.stop()
    await pool.end()
  }
})
