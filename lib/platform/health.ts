import 'server-only'
import path from 'node:path'
import { migrationState } from '@/scripts/migrate.mjs'
import { environment } from './env'

export type Health = {
  status: 'ok' | 'unavailable'
  database: 'ok' | 'down'
  migrations: 'current' | 'behind' | 'unknown'
}

/** How long a monitor waits for a database that does not answer. */
const patience = 2_000
const folder = path.join(process.cwd(), 'prisma/migrations')

/** Asks as the reader: does the database answer, and is its structure the one this version was built for? */
export async function checkHealth(): Promise<Health> {
  try {
    const state = await Promise.race([
      migrationState(environment().databaseUrl, { folder, timeout: patience }),
      expire(),
    ])
    const isCurrent =
      state.pending.length + state.failed.length + state.changed.length + state.unknown.length === 0
    return isCurrent
      ? { status: 'ok', database: 'ok', migrations: 'current' }
      : { status: 'unavailable', database: 'ok', migrations: 'behind' }
  } catch (error) {
    // eslint-disable-next-line no-console -- the monitor is told no reason, the operator's log is
    console.error('health:', error instanceof Error ? error.message : error)
    return { status: 'unavailable', database: 'down', migrations: 'unknown' }
  }
}

function expire(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => {
      reject(new Error('no answer'))
    }, patience).unref()
  })
}
