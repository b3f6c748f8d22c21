import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomLedger } from '@/e2e/support/random-ledger'
import { sessionSecretOf } from '@/lib/platform/viewer'

const rows = 6_000
const people = {
  clerk: { role: 'assetClerk', scope: 'department', department: '11' },
  bureau: { role: 'bureauOfficer', scope: 'department', department: '10' },
  ciso: { role: 'ciso', scope: 'everything' },
  secretary: { role: 'secretariat', scope: 'everything' },
} as const
type Login = keyof typeof people

let ledger: Awaited<ReturnType<typeof randomLedger>>
let reader: pg.Pool
const secrets = new Map<string, string>()
beforeAll(async () => {
  ledger = await randomLedger(rows, people)
  reader = new pg.Pool({ connectionString: ledger.database.readerUrl, max: 1 })
  for (const login of Object.keys(people)) secrets.set(login, sessionSecretOf(await ledger.viewerOf(login)))
}, 240_000)
afterAll(async () => {
  await reader.end()
  await ledger.end()
})

/** How the serving role's own transaction got at the ledger: PostgreSQL counts scans of each table, also in functions. */
async function scansOf(login: Login, query: string) {
  const client = await reader.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.session', $1, true), set_config('app.permission', 'asset.read', true)`,
      [secrets.get(login)],
    )
    const look = async () => {
      const { rows } = await client.query<{ whole: number; byIndex: number }>(
        `select coalesce(sum(seq_scan), 0)::int as whole, coalesce(sum(idx_scan), 0)::int as "byIndex"
         from pg_stat_xact_user_tables where relname = 'assets'`,
      )
      return rows[0] ?? { whole: 0, byIndex: 0 }
    }
    // Of the connection's earlier transactions, too, until PostgreSQL has passed them on: the difference counts.
    const before = await look()
    await client.query(query)
    const after = await look()
    return { whole: after.whole - before.whole, byIndex: after.byIndex - before.byIndex }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const search = (filters: object, sort = 'number', descending = false) =>
  `select a.name, d.name from search_assets('${JSON.stringify({ state: ['draft', 'active'], ...filters })}', '${sort}', ${descending}, '', null, 51) s
   join assets a on a.number = s.number join departments d on d.id = a.department_id`
const everybody: Login[] = ['clerk', 'bureau', 'ciso', 'secretary']

describe('the ledger is read by its indexes, as the serving role and under the policies', () => {
  const pages = [
    ['the first page', search({})],
    ['the first page by name', search({}, 'name')],
    ['the first page by level', search({}, 'level', true)],
    ['the first page by update', search({}, 'updated', true)],
    ['a department', search({ department: '11' })],
    ['a word', search({ q: 'asset 59' })],
    ['one asset', 'select * from assets where number = 17'],
    ['its trail', 'select * from asset_trail(17, null, 21)'],
  ] as const
  const cases = everybody.flatMap((login) => pages.map(([name, query]) => ({ login, name, query })))

  test.each(cases)('$login opens $name', async ({ login, query }) => {
    const scans = await scansOf(login, query)
    expect(scans.whole).toBe(0)
    expect(scans.byIndex).toBeGreaterThan(0)
  })
})

describe('figures come from counting cells', () => {
  const counts = [
    ['how many there are', `select count_found_assets('{"state":["draft","active"]}', 1000)`],
    ['how many in a zone', `select count_found_assets('{"state":["active"],"zone":["lgwan"]}', 1000)`],
    ['how many are withheld', `select count_withheld_assets('{}')`],
  ] as const
  const cases = everybody.flatMap((login) => counts.map(([name, query]) => ({ login, name, query })))

  test.each(cases)('$login learns $name without opening a row', async ({ login, query }) => {
    expect(await scansOf(login, query)).toEqual({ whole: 0, byIndex: 0 })
  })
})
