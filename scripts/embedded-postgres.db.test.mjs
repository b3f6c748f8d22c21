import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startEmbeddedPostgres } from './embedded-postgres.mjs'
import { isAlive } from './process-identity.mjs'

/** @type {string} */
let folder

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daicho-test-'))
  fs.chmodSync(folder, 0o755)
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

/** @param {string} url @param {string} sql */
async function query(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Starts the same database in another process, which is then killed without a chance to clean up. */
async function startAndKill() {
  const script = `import { startEmbeddedPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded-postgres.mjs'))}
    const { pid } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(folder)}, sync: false }); console.log(pid); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(Number(data))))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  return pid
}

it('keeps its rows from one start to the next', async () => {
  const first = await startEmbeddedPostgres({ dataDir: folder, sync: false })
  await query(first.superuserUrl, "create table kept as select '髙①' as word")
  await first.stop()
  expect(isAlive(first.pid)).toBe(false)
  const second = await startEmbeddedPostgres({ dataDir: folder, sync: false })
  expect(await query(second.superuserUrl, 'select word from kept')).toEqual([{ word: '髙①' }])
  await second.stop()
})

it('takes over after its process was killed and the server was left running', async () => {
  const orphan = await startAndKill()
  expect(isAlive(orphan)).toBe(true)
  const server = await startEmbeddedPostgres({ dataDir: folder, sync: false })
  expect(isAlive(orphan)).toBe(false)
  expect(await query(server.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
})

it('does not mistake another program for its server when a stale number was given away', async () => {
  await (await startEmbeddedPostgres({ dataDir: folder, sync: false })).stop()
  const stale = [
    String(process.pid),
    path.join(folder, 'data'),
    '0',
    '1',
    '',
    '127.0.0.1',
    '0 0',
    'ready',
    '',
  ]
  fs.writeFileSync(path.join(folder, 'data/postmaster.pid'), stale.join('\n'))
  const server = await startEmbeddedPostgres({ dataDir: folder, sync: false })
  expect(await query(server.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
})

it('leaves nothing of a throw-away database behind', async () => {
  const server = await startEmbeddedPostgres()
  const [row] = await query(server.superuserUrl, "select current_setting('data_directory') as folder")
  await server.stop()
  expect(fs.existsSync(path.dirname(row.folder))).toBe(false)
})
