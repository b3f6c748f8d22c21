import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { Job } from './job'

const confirmed = z.object({ id: z.string(), places: z.array(z.number()) })
type Confirmed = z.output<typeof confirmed>

const ask = 'select report_import_progress($1, $2, $3) as stop'

/** Rows of a step: about a second's work, after which it is told how far it is, and may be stopped. */
const stepRows = 2_000

/**
 * Writes the imports that people have confirmed, one after the other, each in one transaction: all of it or nothing
 * (docs/adr/0037). A second connection tells how far it is and hears of a cancelling; what fails is never tried again by
 * itself.
 */
export const commitImports: Job = async (db, _surroundings, connect) => {
  await db.query('select fail_abandoned_imports()')
  for (let handled = 0; ;) {
    const { rows } = await db.query<{ next: unknown }>('select next_import_to_commit() as next')
    const next = confirmed.nullable().parse(rows[0]?.next ?? null)
    if (!next) return handled
    const other = await connect()
    try {
      handled += await commitOne(db, other, next)
    } finally {
      other.release()
      await db.query('select pg_advisory_unlock(7229014, ($1::bigint % 2147483647)::int)', [next.id])
    }
  }
}

/** @returns how many rows were written */
async function commitOne(db: PoolClient, other: PoolClient, { id, places }: Confirmed): Promise<number> {
  let outcome = 'failed'
  try {
    await db.query('begin')
    const { rows } = await db.query<{ said: string }>('select begin_commit($1) as said', [id])
    outcome = rows[0]?.said ?? outcome
    if (outcome === 'go') outcome = await writeAll(db, other, id, places)
    if (outcome === 'done') {
      await db.query('commit')
      return places.length
    }
    await db.query('rollback')
  } catch (error) {
    await db.query('rollback')
    await db.query('select end_commit($1, $2)', [id, isBusy(error) ? 'busy' : 'failed'])
    throw error
  }
  await db.query('select end_commit($1, $2)', [id, outcome])
  return 0
}

async function writeAll(
  db: PoolClient,
  other: PoolClient,
  id: string,
  places: readonly number[],
): Promise<'done' | 'cancelled'> {
  const mustStop = async (phase: 'writing' | 'submitting', done: number) => {
    const { rows } = await other.query<{ stop: boolean }>(ask, [id, phase, done])
    return rows[0]?.stop !== false
  }
  if (await mustStop('writing', 0)) return 'cancelled'
  for (let done = 0; done < places.length; done += stepRows) {
    const step = places.slice(done, done + stepRows)
    await db.query('select step_commit($1, $2, $3)', [id, step[0], step.at(-1)])
    if (await mustStop('writing', done + step.length)) return 'cancelled'
  }
  if (await mustStop('submitting', places.length)) return 'cancelled'
  await db.query('select finish_commit($1)', [id])
  // Asked by the transaction itself: whoever cancels now waits for its end, and is told that it came too late.
  const { rows } = await db.query<{ stop: boolean }>(ask, [id, 'submitting', places.length])
  return rows[0]?.stop === false ? 'done' : 'cancelled'
}

/** Somebody else holds what it needs, and did not let go in time: the person may try again at once. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '55P03' || error.code === '40P01')
}
