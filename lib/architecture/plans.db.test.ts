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

/** How the serving role's own transaction got at large tables: PostgreSQL counts scans of each table, also in functions. */
async function scansOf(login: Login, query: string, tables = ['assets'], permission = 'asset.read') {
  const client = await reader.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.session', $1, true), set_config('app.permission', $2, true)`, [
      secrets.get(login),
      permission,
    ])
    const look = async () => {
      const { rows } = await client.query<{ whole: number; byIndex: number }>(
        `select coalesce(sum(seq_scan), 0)::int as whole, coalesce(sum(idx_scan), 0)::int as "byIndex"
         from pg_stat_xact_user_tables where relname = any ($1)`,
        [tables],
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

describe('reviews are read by their indexes, whoever reads and however many there were', () => {
  const tables = ['assets', 'review_answers', 'review_scope', 'review_answer_log']
  const at = (query: string) => query.replaceAll('REVIEW', review).replaceAll('DEPARTMENT', department)
  let review = ''
  let department = ''
  beforeAll(async () => {
    const fields = { title: 'yearly', answerers: 'clerks', mustOpen: 3 }
    const days = { opensOn: '2099-04-01', dueOn: '2099-05-01' }
    // Two of everything, closed, and a small one: a ninth of a table would rightly be read from its beginning.
    const scopes = [{}, {}, { levels: { confidentiality: ['3A'] } }]
    const writer = new pg.Client({ connectionString: ledger.database.writerUrl })
    await writer.connect()
    for (const scope of scopes) {
      await writer.query('begin')
      await writer.query(
        `select set_config('app.session', $1, true), set_config('app.permission', 'review.manage', true)`,
        [secrets.get('secretary')],
      )
      const { rows: made } = await writer.query<{ id: string }>(
        `select keep_review(null, null, $1::jsonb) ->> 'id' as id`,
        [JSON.stringify({ ...fields, ...days, scope })],
      )
      review = made[0]?.id ?? ''
      await writer.query('select start_review($1, 1)', [review])
      if (Object.keys(scope).length === 0) await writer.query('select close_review($1, 2)', [review])
      await writer.query(`select record_events('[{"action": "test.acted", "subjectType": "reviews"}]')`)
      await writer.query('commit')
    }
    await writer.end()
    const { rows: found } = await ledger.database.ownerPool.query<{ id: string }>(
      `select id::text from departments where code = '11'`,
    )
    department = found[0]?.id ?? ''
    await ledger.database.ownerPool.query('vacuum analyze')
  }, 120_000)

  const sheet = `with page as materialized (select a.* from review_answers a where a.review_id = REVIEW and a.department_id = DEPARTMENT
      order by a.asset_number limit 101)
    select a.asset_number, coalesce(x.name, s.name), o.objections from page a
    join review_scope s on s.review_id = a.review_id and s.asset_number = a.asset_number
    left join assets x on x.number = a.asset_number
    left join review_row_objections(REVIEW, DEPARTMENT, (select array_agg(asset_number) from page)) o on o.asset_number = a.asset_number`
  const pages = [
    ['a page of a sheet', sheet, true],
    ['the head of a sheet', 'select review_department(REVIEW, DEPARTMENT)', true],
    ['the progress of a review', 'select review_progress(REVIEW)', false],
    ['what waits for them', 'select review_inbox()', false],
  ] as const
  const cases = everybody.flatMap((login) =>
    pages.map(([name, query, byRow]) => ({ login, name, query, byRow })),
  )
  test.each(cases)('$login opens $name', async ({ login, query, byRow }) => {
    const scans = await scansOf(login, at(query), tables, 'review.read')
    expect(scans.whole).toBe(0)
    if (byRow) expect(scans.byIndex).toBeGreaterThan(0)
  })

  test.each(everybody)('%s has every page count what waits for them', async (login) => {
    const counted = `select resume_session('${secrets.get(login) ?? ''}', '')`
    expect((await scansOf(login, counted, tables)).whole).toBe(0)
  })
})
