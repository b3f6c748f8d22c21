import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import pg from 'pg'
import type { DatabaseAccess, TestDatabase } from './database'
import { randomOf } from './interleave'

const root = path.resolve(import.meta.dirname, '../..')

/** Sees what every connection of one database is at, and ends them: what only the server's superuser may. */
export async function watchOf({ ownerUrl }: TestDatabase) {
  const { superuserUrl } = JSON.parse(process.env['TEST_DATABASES'] ?? '{}') as DatabaseAccess
  const name = new URL(ownerUrl).pathname.slice(1)
  const client = new pg.Client({
    connectionString: Object.assign(new URL(superuserUrl), { pathname: `/${name}` }).toString(),
  })
  await client.connect()
  /** Server processes that are at work on a statement with these words in it. */
  const atWork = async (words: string): Promise<number[]> => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = $1 and pid <> pg_backend_pid() and state = 'active'
         and strpos(query, $2) > 0`,
      [name, words],
    )
    return rows.map(({ pid }) => pid)
  }
  /** Those whose last statement had these words, and whose transaction waits for the next one. */
  const idleAmid = async (words: string): Promise<number[]> => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = $1 and state = 'idle in transaction' and strpos(query, $2) > 0`,
      [name, words],
    )
    return rows.map(({ pid }) => pid)
  }
  const cut = async (pids: readonly number[]) => {
    await client.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [pids])
  }
  return { atWork, idleAmid, cut, end: () => client.end() }
}
type Watch = Awaited<ReturnType<typeof watchOf>>

type Kept = { DATABASE_URL: string; DATABASE_WRITE_URL: string }

/** A program of this tree in a process of its own, over a test database. */
export function startProgram(file: string, { readerUrl, writerUrl }: TestDatabase, more: object = {}) {
  const own: Kept = { DATABASE_URL: readerUrl, DATABASE_WRITE_URL: writerUrl }
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, file)], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', ...own, ...more },
    stdio: 'ignore',
  })
  const gone = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve()
    }),
  )
  return { child, gone }
}

/** Waits until a statement with these words is begun; answers who works on it, or nobody where the program ended first. */
async function begunBy(watch: Watch, words: string, { child }: { child: ChildProcess }): Promise<number[]> {
  for (;;) {
    const pids = await watch.atWork(words)
    if (pids.length > 0 || child.exitCode !== null) return pids
  }
}

/** How long a statement takes, in looks at it: the measure for where to kill. */
export async function looksAt(watch: Watch, words: string, program: ReturnType<typeof startProgram>) {
  let looks = 0
  for (let pids = await begunBy(watch, words, program); pids.length > 0; looks += 1)
    pids = await watch.atWork(words)
  return looks
}

/**
 * SIGKILL at a point that the seed draws, from the first moment of a statement until a little after its usual end. Every
 * other seed cuts the connection too, as a machine does that is switched off: PostgreSQL itself would go on to the end.
 */
export async function killAt(
  seed: number,
  usual: number,
  watch: Watch,
  words: string,
  program: ReturnType<typeof startProgram>,
): Promise<void> {
  const next = randomOf(seed)
  const point = next(Math.ceil(usual * 1.2))
  const pids = await begunBy(watch, words, program)
  for (let look = 0; look < point; look += 1) await watch.atWork(words)
  program.child.kill('SIGKILL')
  if (seed % 2 === 1) await watch.cut(pids)
  await program.gone
  while ((await watch.atWork(words)).length > 0);
}
