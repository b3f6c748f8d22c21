import { spawn, type ChildProcess } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import type { TestDatabase } from './database'

/** Who may change what in the settings, for arranging: the owner writes them as the named actor of the portal. */
export async function mailTo(pool: pg.Pool, port: number, enabled = true): Promise<void> {
  await asSystem(
    pool,
    `update mail_settings set enabled = $2, host = '127.0.0.1', port = $1, sender = 'daicho@example.invalid'`,
    [port, enabled],
  )
}

/** Gives people an address each, after their login. */
export async function addressesFor(pool: pg.Pool): Promise<void> {
  await asSystem(pool, `update people set mail = login_id || '@example.invalid' where login_id <> 'system'`)
}

async function asSystem(pool: pg.Pool, sql: string, values: unknown[] = []): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select open_system_session((select id from people where login_id = 'system')),
      set_config('app.permission', 'person.manage', true)`)
    await client.query(sql, values)
    await client.query(`select record_events('[{"action": "test.acted", "subjectType": "people"}]')`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Puts a job into the queue as the portal's clock would; several of one name may wait. */
export async function addJob(pool: pg.Pool, name: string): Promise<void> {
  await pool.query('select graphile_worker.add_job($1)', [name])
}

const started = new Set<ChildProcess>()
/** Whatever a failed test left running. */
export async function endWorkers(): Promise<void> {
  await Promise.all([...started].map((child) => endProcess(child, 'SIGKILL')))
}

const root = path.resolve(import.meta.dirname, '../..')

/** `npm run worker` over a database of its own, as a real process; resolves when it says that it has begun. */
export async function startWorker({ readerUrl, writerUrl }: TestDatabase, now = ''): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? os.tmpdir(),
      NODE_ENV: 'production',
      DATABASE_URL: readerUrl,
      DATABASE_WRITE_URL: writerUrl,
      PUBLIC_URL: 'https://daicho.example.invalid',
      DAICHO_NOW: now,
    },
  })
  started.add(child)
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`the worker ended with ${String(code)}`))
    })
    child.stdout.on('data', (text: Buffer) => {
      if (text.toString('utf8').includes('始めました')) resolve()
    })
  })
  return child
}

/** Ends a process at once, or asks it to end; resolves when it is gone. */
export async function endProcess(child: ChildProcess, how: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(how)
  await gone
}
