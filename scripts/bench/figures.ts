import pg from 'pg'
import { processorTimeOf } from './processor-time'
import type { BenchPage } from './pages'
import type { Portal } from './serving'
import type { Statement } from './statement-proxy'

/** Milliseconds; `best` is the tenth of a hundred: what a machine shared with others can do when left alone. */
export type Spread = { median: number; p95: number; best: number }

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95), best: at(0.1) }
}

/** Requests before the first that counts: a server that has been up for a while has compiled what it runs. */
const warmUp = 60

/** Server time of a page, one request after the other. */
export async function timePage(
  portal: Portal,
  { path }: BenchPage,
  cookie: string,
  requests: number,
): Promise<Spread & { kilobytes: number; processor: number | null }> {
  let bytes = 0
  const times: number[] = []
  let begun: number | null = null
  for (let at = -warmUp; at < requests; at += 1) {
    if (at === 0) begun = processorTimeOf('scripts/server.mjs')
    const answer = await portal.get(path, cookie)
    if (answer.status !== 200 || Number.isNaN(answer.milliseconds))
      throw new Error(`${path}: ${String(answer.status)}`)
    bytes = Buffer.byteLength(answer.body)
    if (at >= 0) times.push(answer.milliseconds)
  }
  const ended = processorTimeOf('scripts/server.mjs')
  const processor = begun === null || ended === null ? null : (ended - begun) / requests
  return { ...spreadOf(times), processor, kilobytes: Math.round(bytes / 1024) }
}

/** The same statements with the same values by `pg` alone: what of the time is PostgreSQL's. */
export async function timeStatements(
  readerUrl: string,
  statements: readonly Statement[],
  repeats: number,
): Promise<Spread> {
  const client = new pg.Client({ connectionString: readerUrl })
  await client.connect()
  const times: number[] = []
  for (let at = -10; at < repeats; at += 1) {
    const start = performance.now()
    for (const { sql, values } of statements)
      await client.query(values.length > 0 ? { text: sql, values } : sql)
    if (at >= 0) times.push(performance.now() - start)
  }
  await client.end()
  return spreadOf(times)
}
