import { onlookers } from './city-people'
import type { BenchCity } from './city'
import { spreadOf } from './figures'
import { residentOf } from './processor-time'
import { cookieOf, servePortal } from './serving'

const yearAgo = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10)
const ways = [
  { name: 'CSV, UTF-8', query: 'format=csv', wish: '0.5 s' },
  {
    name: 'CSV, CP932 (asked for what it lacks first)',
    query: 'format=csv&encoding=cp932&lacking=replace',
    wish: '',
  },
  { name: 'xlsx', query: 'format=xlsx', wish: '3 s' },
  { name: 'xlsx, as of a year ago', query: `format=xlsx&asOf=${yearAgo}`, wish: '' },
]
const times = 7

/** What it costs to take the whole ledger out with every column, until the last byte, and what the server's memory grows by. */
export async function timeWritingOut(city: BenchCity, log: (line: string) => void): Promise<void> {
  const cookie = await cookieOf(city, onlookers.ciso)
  const portal = await servePortal(city)
  try {
    await portal.get('/assets', cookie)
    log(
      '| the whole ledger, every column | rows | median s | best | wish | MB | server MB before | at most |',
    )
    log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
    for (const { name, query, wish } of ways) {
      const address = `/assets/export/file?columns=all&${query}`
      await portal.get(address, cookie)
      const before = residentOf('scripts/server.mjs') ?? 0
      let [most, bytes] = [before, 0]
      const watch = setInterval(() => {
        most = Math.max(most, residentOf('scripts/server.mjs') ?? 0)
      }, 50)
      const taken: number[] = []
      for (let at = 0; at < times; at += 1) {
        const answer = await portal.get(address, cookie)
        if (answer.status !== 200) throw new Error(`${address}: ${String(answer.status)}`)
        taken.push(answer.milliseconds / 1_000)
        bytes = answer.bytes
      }
      clearInterval(watch)
      const { median, best } = spreadOf(taken)
      const cells = [name, city.assets, median.toFixed(2), best.toFixed(2), wish]
      const sizes = [bytes, before, most].map((size) => (size / 1_048_576).toFixed(1))
      log(`| ${[...cells, ...sizes].join(' | ')} |`)
    }
  } finally {
    await portal.stop()
  }
}
