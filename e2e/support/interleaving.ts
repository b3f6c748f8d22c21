import type pg from 'pg'

/** The same numbers for the same seed, on every machine (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed
  const number = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (end: number) => Math.floor(number() * end)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const some = <T>(list: readonly T[], most: number): T[] =>
    list
      .map((each) => ({ each, at: number() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, 1 + below(most))
      .map(({ each }) => each)
  return { number, below, pick, some }
}
export type Random = ReturnType<typeof randomFrom>

/** One connection and what is done on it, statement by statement; a step that fails ends its transaction itself. */
export type Session = { client: pg.PoolClient; pid: number; steps: (() => Promise<void>)[] }

/**
 * Runs sessions against each other: in turn one that is drawn does its next step; one that meets a lock is left waiting
 * while the others go on. Ends when all have done everything.
 */
export async function interleave(
  sessions: readonly Session[],
  random: Random,
  monitor: pg.ClientBase,
): Promise<void> {
  const running = new Map<Session, Promise<void>>()
  for (;;) {
    const ready = sessions.filter((session) => !running.has(session) && session.steps.length > 0)
    if (ready.length === 0) {
      if (running.size === 0) return
      await Promise.race(running.values())
      continue
    }
    const session = random.pick(ready)
    const step = session.steps.shift()
    if (step)
      running.set(
        session,
        step().finally(() => running.delete(session)),
      )
    while (running.has(session) && !(await isBlocked(monitor, session.pid)));
  }
}

async function isBlocked(monitor: pg.ClientBase, pid: number): Promise<boolean> {
  const { rows } = await monitor.query<{ blocked: boolean }>(
    'select cardinality(pg_blocking_pids($1)) > 0 as blocked',
    [pid],
  )
  return rows[0]?.blocked ?? false
}
