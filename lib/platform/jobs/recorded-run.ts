import type { Pool, PoolClient } from 'pg'
import type { Task } from 'graphile-worker'
import { movedClock } from '@/lib/platform/clock'
import type { Job, Surroundings } from './job'
import { inPlainWords } from './plain-words'

/**
 * Makes a task of a job: it holds the job in the database while it works, so that a killed process is noticed and no
 * second one works on the same job, and it leaves what became of the run. A failure is passed on in plain words for
 * the library to keep and to retry.
 */
export function recorded(name: string, job: Job, pool: Pool, surroundings: Surroundings): Task {
  return async (_payload, helpers) => {
    const client = await pool.connect()
    try {
      const run = await begin(client, helpers.job.id, name, helpers.job.attempts)
      if (run === null) throw new Error('another process is still at work on this job')
      // The pages' clock: what opens, waits or ends on a day does so on the day that they show.
      await client.query(`select set_config('app.now', $1, false)`, [movedClock()])
      const failure = await attempt(client, run, () => job(client, surroundings, () => pool.connect()))
      if (failure !== null) throw new Error(failure)
    } catch (error) {
      throw new Error(inPlainWords(error), { cause: error })
    } finally {
      // A connection of its own: no setting, lock or open transaction of this run meets the next.
      client.release(true)
    }
  }
}

async function begin(
  client: PoolClient,
  job: string,
  name: string,
  attempts: number,
): Promise<string | null> {
  const { rows } = await client.query<{ run: string | null }>('select begin_job_run($1, $2, $3) as run', [
    job,
    name,
    attempts,
  ])
  return rows[0]?.run ?? null
}

/** @returns what went wrong, or null */
async function attempt(client: PoolClient, run: string, work: () => Promise<number>): Promise<string | null> {
  const end = 'select end_job_run($1, $2, $3, $4)'
  try {
    await client.query(end, [run, 'succeeded', await work(), null])
    return null
  } catch (error) {
    const words = inPlainWords(error)
    await client.query('rollback').catch(() => undefined)
    await client.query(end, [run, 'failed', null, words]).catch(() => undefined)
    return words
  }
}
