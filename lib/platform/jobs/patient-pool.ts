import pg from 'pg'
import type { JobLog } from './job'
import { inPlainWords } from './plain-words'

const longestWait = 15_000

/**
 * The runner's connections. The library's clock asks the pool itself and, when the database is away, ends in a rejection
 * that nobody can catch (graphile-worker 0.16.6, runner.js: `cron.promise.finally`), which would end the whole server.
 * So what is asked of the pool waits until the database is back; connections taken out of it fail as always.
 */
export function patientPool(connectionString: string, log: JobLog): { pool: pg.Pool; giveUp: () => void } {
  const pool = new pg.Pool({
    connectionString,
    max: 6,
    connectionTimeoutMillis: 5_000,
    application_name: 'daicho jobs',
  })
  pool.on('error', () => undefined) // the library tells of it
  const given = new AbortController()
  const ask = pool.query.bind(pool) as (text: string, values?: unknown[]) => Promise<pg.QueryResult>
  const patient = async (text: string, values?: unknown[]) => {
    for (let wait = 200; ; wait = Math.min(wait * 2, longestWait)) {
      try {
        return await ask(text, values)
      } catch (error) {
        // Whoever is told to stop is told of nothing else; it does not look at the rows.
        if (given.signal.aborted) return { rows: [], rowCount: 0 }
        log(`jobs: the schedule waits for the database: ${inPlainWords(error)}`)
        await pause(wait, given.signal)
      }
    }
  }
  Object.assign(pool, { query: patient })
  return {
    pool,
    giveUp: () => {
      given.abort()
    },
  }
}

/** Waits so many milliseconds, or until the signal. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
  })
}
