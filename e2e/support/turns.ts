import type pg from 'pg'
import type { Random } from './interleaving'

/** Somebody whose every statement waits for its turn; `pids`: the server processes that work for them. */
export class Player {
  waiting: (() => void) | null = null
  isOver = false
  readonly pids: number[] = []
  constructor(readonly play: (player: Player) => Promise<void>) {}

  /** A connection that does its next statement when it is this player's turn. */
  gated(client: pg.PoolClient, at: () => void = () => undefined): pg.PoolClient {
    this.pids.push((client as pg.PoolClient & { processID: number }).processID)
    const query = async (text: string, values?: unknown[]) => {
      await new Promise<void>((resolve) => {
        this.waiting = resolve
      })
      at()
      return client.query(text, values)
    }
    return new Proxy(client, {
      get: (whole, name) =>
        name === 'query'
          ? query
          : name === 'release'
            ? () => undefined
            : (Reflect.get(whole, name) as unknown),
    })
  }
}

/** Milliseconds after which somebody who neither waits for a lock nor comes back is given up. */
const patience = 30_000

async function whatHolds({ pids }: Player, monitor: pg.ClientBase): Promise<string> {
  const { rows } = await monitor.query(
    `select pid, state, wait_event_type, wait_event, left(query, 200) as query from pg_stat_activity
     where pid = any ($1::int[]) or datname = current_database() and state <> 'idle'`,
    [pids],
  )
  return `somebody with ${pids.join()} does not come back: ${JSON.stringify(rows)}`
}

/**
 * Lets everybody do one statement when it is drawn; who meets a lock is left waiting while the others go on. Ends when
 * all have ended; answers how often somebody waited for a lock.
 */
export async function inTurns(
  players: readonly Player[],
  random: Random,
  monitor: pg.ClientBase,
): Promise<number> {
  let locked = 0
  const failures: unknown[] = []
  for (const player of players)
    void player
      .play(player)
      .catch((error: unknown) => failures.push(error))
      .finally(() => {
        player.isOver = true
      })
  const settled = ({ waiting, isOver }: Player) => waiting !== null || isOver
  const isBlocked = async ({ pids }: Player) => {
    const { rows } = await monitor.query<{ blocked: boolean }>(
      'select bool_or(cardinality(pg_blocking_pids(pid)) > 0) as blocked from pg_sleep(0.002), unnest($1::int[]) pid',
      [pids],
    )
    return rows[0]?.blocked ?? false
  }
  while (!players.every(({ isOver }) => isOver)) {
    const ready = players.filter(({ waiting }) => waiting !== null)
    if (ready.length === 0) {
      await monitor.query('select 1')
      continue
    }
    const player = random.pick(ready)
    const go = player.waiting
    player.waiting = null
    go?.()
    const since = performance.now()
    while (!settled(player)) {
      if (await isBlocked(player)) {
        locked++
        break
      }
      if (performance.now() - since > patience) throw new Error(await whatHolds(player, monitor))
    }
  }
  if (failures.length > 0) throw failures[0]
  return locked
}
