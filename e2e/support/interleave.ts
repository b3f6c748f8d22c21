import type pg from 'pg'

/** One transaction on a connection of its own, as its statements in order. */
export type Session = { client: pg.ClientBase; statements: (() => Promise<unknown>)[] }

/** mulberry32: the same numbers for the same seed everywhere. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Running = Session & { pid: number; at: number; pending: Promise<void> | null; isDone: boolean }

/**
 * Runs sessions one statement at a time, whose turn it is by chance; one that waits for a lock is left waiting while the
 * others go on. A statement that fails (a refusal, a deadlock) rolls its transaction back.
 */
export async function interleave(
  sessions: readonly Session[],
  watch: pg.Pool,
  next: (below: number) => number,
): Promise<void> {
  const running: Running[] = await Promise.all(
    sessions.map(async (session) => {
      const { rows } = await session.client.query<{ pid: number }>('select pg_backend_pid() as pid')
      return { ...session, pid: rows[0]?.pid ?? 0, at: 0, pending: null, isDone: false }
    }),
  )
  for (;;) {
    const ready = running.filter(({ pending, isDone }) => !pending && !isDone)
    const waiting = running.flatMap(({ pending }) => (pending ? [pending] : []))
    const chosen = ready[next(Math.max(ready.length, 1))]
    if (chosen) await step(chosen, watch)
    else if (waiting.length > 0) await Promise.race(waiting)
    else return
  }
}

/** Issues the next statement and goes on when it is done, or when it waits for somebody. */
async function step(session: Running, watch: pg.Pool): Promise<void> {
  const statement = session.statements[session.at++]
  if (!statement) {
    session.isDone = true
    return
  }
  const pending = statement()
    .then(
      () => undefined,
      async () => {
        session.isDone = true
        await session.client.query('rollback')
      },
    )
    .finally(() => {
      session.pending = null
    })
  session.pending = pending
  const isWaiting = async () => {
    const { rows } = await watch.query<{ waits: boolean }>(
      'select cardinality(pg_blocking_pids($1)) > 0 as waits',
      [session.pid],
    )
    return rows[0]?.waits ?? false
  }
  const over = pending.then(() => true)
  while (!(await Promise.race([over, isWaiting()])));
}
