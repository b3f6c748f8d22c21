import pg from 'pg'
import { recordEvents } from '@/lib/platform/audit/event'
import { verifyTrail } from '@/lib/platform/audit/verify'
import { startEmbeddedPostgres } from '../embedded-postgres.mjs'
import { migrate } from '../migrate.mjs'
import { provision } from '../provision.mjs'

/*
 * How long writers wait for one another: 20 small transactions a second (alone, then while transactions of 50,000
 * rows run and commit) on a durable server, and how fast events are written and verified.
 */
const bulkRows = 50_000
const writersPerSecond = 20
const round = (value: number) => Math.round(value * 10) / 10
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type Wait = { whole: number; commit: number }

async function smallChange(pool: pg.Pool, id: number): Promise<Wait> {
  const client = await pool.connect()
  try {
    const start = performance.now()
    await client.query('begin')
    await client.query('update things set note = $1, version = version + 1 where id = $2', [
      String(start),
      id,
    ])
    await recordEvents(client, [{ action: 'thing.edited', subjectType: 'things', subjectId: BigInt(id) }])
    const commit = performance.now()
    await client.query('commit')
    return { whole: performance.now() - start, commit: performance.now() - commit }
  } finally {
    client.release()
  }
}

/** Writers at an even pace, none waiting for the one before, until `done`. */
async function writers(pool: pg.Pool, done: Promise<unknown>): Promise<Wait[]> {
  const waits: Promise<Wait>[] = []
  const work = { running: true }
  void done.finally(() => (work.running = false))
  for (let id = bulkRows + 1; work.running; id += 1) {
    waits.push(smallChange(pool, id))
    await pause(1000 / writersPerSecond)
  }
  return Promise.all(waits)
}

/** The longest that any writer waited for the end of the chain, looked at every 10 ms (`waitstart`: exact). */
async function longestLockWait(watcher: pg.Client, done: Promise<unknown>): Promise<number> {
  const look = { running: true, longest: 0 }
  void done.finally(() => (look.running = false))
  while (look.running) {
    const { rows } = await watcher.query<{ ms: number }>(
      `select coalesce(max(extract(epoch from clock_timestamp() - waitstart)) * 1000, 0)::float8 as ms
       from pg_locks where not granted and relation = 'audit_chain_end'::regclass`,
    )
    look.longest = Math.max(look.longest, rows[0]?.ms ?? 0)
    await pause(10)
  }
  return look.longest
}

async function measure(name: string, pool: pg.Pool, watcher: pg.Client, work: Promise<unknown>) {
  const [waits, locked] = await Promise.all([writers(pool, work), longestLockWait(watcher, work)])
  say(name, waits, locked)
}

async function bulkChange(client: pg.Client, note: string) {
  const at = [performance.now()]
  await client.query('begin')
  await client.query('update things set note = $1, version = version + 1 where id <= $2', [note, bulkRows])
  at.push(performance.now())
  const ids = Array.from({ length: bulkRows }, (_, place) => BigInt(place + 1))
  await recordEvents(
    client,
    ids.map((subjectId) => ({ action: 'thing.edited', subjectType: 'things', subjectId })),
  )
  at.push(performance.now())
  await client.query('commit')
  at.push(performance.now())
  const [update, events, commit] = at.slice(1).map((moment, place) => Math.round(moment - (at[place] ?? 0)))
  console.log(`bulk of ${bulkRows}: update ${update} ms, events ${events} ms, commit ${commit} ms`)
}

function say(name: string, waits: Wait[], locked: number) {
  const sorted = waits.map(({ commit }) => commit).sort((a, b) => a - b)
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  const whole = round(Math.max(...waits.map((wait) => wait.whole)))
  console.log(
    `${name}: ${sorted.length} writers, COMMIT p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)} ms; whole max ${whole} ms; chain lock max ${round(locked)} ms`,
  )
}

const server = await startEmbeddedPostgres({ sync: true, settings: { wal_writer_delay: '10ms' } })
try {
  const urls = await provision(server.superuserUrl, {
    owner: 'o'.repeat(16),
    reader: 'r'.repeat(16),
    writer: 'w'.repeat(16),
  })
  await migrate(urls.ownerUrl)
  const owner = new pg.Client({ connectionString: urls.ownerUrl })
  await owner.connect()
  const columns = Array.from({ length: 30 }, (_, place) => `c${place} text default 'value ${place}'`).join(
    ', ',
  )
  await owner.query(`begin; create table things (id bigint generated always as identity primary key, note text,
    version integer not null default 1, ${columns}); select keep_versions('things');
    insert into things (note) select 'n' from generate_series(1, ${bulkRows + 10_000});
    select record_events('[{"action":"things.added","subjectType":"things"}]');
    grant select, update on things to daicho_write; commit`)
  await owner.query('vacuum analyze things, things_versions')
  const pool = new pg.Pool({ connectionString: urls.writerUrl, max: 20 })
  const bulk = new pg.Client({ connectionString: urls.writerUrl })
  await bulk.connect()
  await Promise.all(Array.from({ length: 8 }, (_, place) => smallChange(pool, bulkRows + 9_000 + place)))
  await measure('alone', pool, owner, pause(20_000))
  for (const note of ['first', 'second', 'third']) {
    await measure('beside a bulk', pool, owner, bulkChange(bulk, note))
  }
  const start = performance.now()
  const verdict = await verifyTrail(urls.ownerUrl, null)
  const seconds = (performance.now() - start) / 1000
  console.log(`verified ${verdict.events} events in ${round(seconds)} s, ${verdict.findings.length} findings`)
  await Promise.all([pool.end(), bulk.end(), owner.end()])
} finally {
  await server.stop()
}
