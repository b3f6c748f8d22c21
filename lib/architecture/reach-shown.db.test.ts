import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { expectationsOf, type Expected } from '@/e2e/support/small-city-reach'
import { rawDoor } from '@/e2e/support/small-city-raw'
import { rawSql } from '@/e2e/support/small-city-sessions'
import { submitForRegistration } from '@/lib/features/assets/submit-commands'
import { clerkOf, smallCityPeople } from '@/lib/testing/small-city'
import { functionsOfReader, tablesShown } from './permission-surface'
import { proposalProbes } from './proposal-probes'

/** Nobody, with no session at all; then the ten roles; then people with several grants or narrow ones. */
const viewers = [null, ...smallCityPeople.slice(0, 15).map(({ login }) => login), 'school-head']

const closed = '510'
let city: SmallCity
let expected: (login: string | null) => Promise<Expected>
beforeAll(async () => {
  city = await smallCity()
  expected = expectationsOf(city)
  // 東消防署 has closed and still holds its two assets.
  await rawDoor(city).arrange(`update departments set valid_to = '2026-02-28' where code = $1`, closed)
  // Two drafts wait for approval: one in 市民課, one in 納税課.
  for (const code of ['110', '210']) {
    const number = rawDoor(city).numberOf(`下書き${code}`)
    const editor = await city.may(clerkOf(code), 'asset.edit')
    expect(await submitForRegistration(editor, [{ number, version: 2 }])).not.toHaveProperty('refused')
  }
  // A session as a browser has it, whose source only its own person and the trail know.
  await city.database.ownerPool.query(
    `insert into sessions (secret_hash, person_id, kind, created_at, last_seen_at, expires_at, source)
     select sha256(convert_to(login_id, 'UTF8')), id, 'password', t, t + interval '50 minutes', t + interval '12 hours', '192.0.2.7'
     from people, (values (timestamptz '2026-03-10 09:00+09')) m (t)`,
  )
})
afterAll(() => city.end())

/** As raw SQL: no `where`, no query of the portal's, only that person's session. */
async function ask<R extends Record<string, unknown>>(
  login: string | null,
  sql: string,
  values: unknown[] = [],
) {
  const secret = login === null ? '' : await city.secretOf(login)
  return (await rawSql(city.reader, sql, { secret, values })).rows as R[]
}
async function askOne<T>(login: string | null, expression: string, values: unknown[] = []): Promise<T> {
  const [row] = await ask<{ answer: T }>(login, `select ${expression} as answer`, values)
  if (!row) throw new Error('no row')
  return row.answer
}

describe('every table shows exactly the rows that the code says, although nothing asks for a department', () => {
  const viewer = `select $1::bigint[] as reached, $2::bigint[] as opened, $3::bigint as person, $4::text[] as held`
  test.each(viewers)('to %s', async (login) => {
    const { reached, opened, personId, held } = await expected(login)
    for (const [table, condition] of Object.entries(tablesShown)) {
      const truth = await city.database.ownerPool.query<{ place: string }>(
        `select t.ctid::text as place from ${table} t, (${viewer}) v where ${condition} order by 1`,
        [reached, opened, personId, held],
      )
      const count = await askOne<string>(login, `(select count(*) from ${table})`)
      expect([table, Number(count)]).toEqual([table, truth.rows.length])
      if (/^audit_|^reviews$/.test(table)) continue // some columns only: no row can be told by its place
      expect([table, await ask(login, `select t.ctid::text as place from ${table} t order by 1`)]).toEqual([
        table,
        truth.rows,
      ])
    }
  })
})

type Probe = (login: string | null, city: SmallCity, expected: Expected) => Promise<void>
const numbersOf = (rows: { number: string }[]) => rows.map(({ number }) => BigInt(number)).sort(ascending)
const ascending = (a: bigint, b: bigint) => (a < b ? -1 : 1)
const search = `select number from search_assets($1, 'number', false, '', null, 1000)`

/** Wishes of whoever tries to see more by searching: words, states and departments of others. */
const filters = [
  {},
  { q: '秘密' },
  { visibility: ['restricted'] },
  { department: '210' },
  { department: '100', state: ['draft', 'active'] },
  { category: 'school', q: '秘密' },
  { body: 'assembly' },
  { state: ['draft'] },
  { unconfirmedBefore: '2999-01-01' },
]

const probes: Record<string, Probe> = {
  'search_assets(jsonb,text,boolean,text,bigint,integer)': async (login, _city, { numbers }) => {
    expect(numbersOf(await ask(login, search, [{}]))).toEqual(numbers)
    for (const sort of ['name', 'updated', 'level'])
      expect(
        await ask(login, `select from search_assets('{}', $1, true, '', null, 1000)`, [sort]),
      ).toHaveLength(numbers.length)
    for (const filter of filters)
      for (const number of numbersOf(await ask(login, search, [filter]))) expect(numbers).toContain(number)
  },
  'count_found_assets(jsonb,integer)': async (login) => {
    for (const filter of filters) {
      const found = await ask(login, search, [filter])
      expect(Number(await askOne(login, 'count_found_assets($1, 1000)', [filter]))).toBe(found.length)
    }
  },
  'count_withheld_assets(jsonb)': async (login, _city, { withheld }) => {
    expect(Number(await askOne(login, `count_withheld_assets('{}')`))).toBe(withheld)
  },
  'ledger_rows(jsonb,text,boolean,date)': async (login, _city, { numbers, held }) => {
    const out = held.includes('asset.export') ? numbers : []
    for (const day of [null, '2026-03-10']) {
      const written = `select number from ledger_rows($1, 'number', false, $2)`
      expect(numbersOf(await ask(login, written, [{}, day]))).toEqual(out)
      for (const filter of filters)
        for (const number of numbersOf(await ask(login, written, [filter, day])))
          expect(out).toContain(number)
    }
    expect(await ask(login, `select from ledger_rows('{}', 'name', true, '2025-01-01')`)).toEqual([])
  },
  'asset_in_reach(bigint)': async (login, { assets }, { numbers }) => {
    for (const { number } of assets)
      expect(await askOne(login, 'asset_in_reach($1)', [number])).toBe(numbers.includes(number))
  },
  'asset_trail(bigint,bigint,integer)': async (login, { assets }, { numbers }) => {
    for (const { number } of assets)
      expect((await ask(login, 'select from asset_trail($1, null, 100)', [number])).length > 0).toBe(
        numbers.includes(number),
      )
  },
  'read_trail(jsonb,bigint,integer)': async (login, { assets }, { held, auditsAll, auditedNumbers }) => {
    const trail = `select subject_type, subject_id, source from read_trail('{}', null, 100000)`
    const rows = await ask<{ subject_type: string; subject_id: string | null; source: string | null }>(
      login,
      trail,
    )
    const seen = new Set(
      rows.flatMap((row) =>
        row.subject_type === 'assets' && row.subject_id !== null ? [BigInt(row.subject_id)] : [],
      ),
    )
    expect([...seen].sort(ascending)).toEqual(auditedNumbers)
    if (!held.includes('audit.read')) expect(rows).toEqual([])
    if (!auditsAll) expect(rows.filter((row) => row.subject_type !== 'assets')).toEqual([])
    else expect(seen.size).toBe(assets.length)
    if (!held.includes('audit.readSources')) expect(rows.filter((row) => row.source !== null)).toEqual([])
  },
  'audit_event_sources(bigint[])': async (login, { database }, { held, auditsAll }) => {
    const all = `select array_agg(id) as ids from audit_events`
    const ids = (await database.ownerPool.query<{ ids: string[] }>(all)).rows[0]?.ids ?? []
    const rows = await ask(login, 'select from audit_event_sources($1)', [ids])
    expect(rows.length).toBe(held.includes('audit.readSources') && auditsAll ? ids.length : 0)
  },
  'reference_book()': async (login, { departmentIds }, { held }) => {
    const book = await askOne<{ departments: { code: string }[] } | null>(login, 'reference_book()')
    if (!held.includes('organization.read')) expect(book).toBeNull()
    else expect(book?.departments.map(({ code }) => code)).toEqual([...departmentIds.keys()].sort())
  },
  'dashboard_figures(date)': async (login, _city, { held, active, drafts, withheld }) => {
    const figures = askOne<Record<string, { active: number; assets: number }[]>>(
      login,
      `dashboard_figures('2999-01-01')`,
    )
    if (!held.includes('dashboard.read')) {
      await expect(figures).rejects.toThrow('dashboard.read')
      return
    }
    const answer = await figures
    const sum = (rows: number[]) => rows.reduce((total, each) => total + each, 0)
    expect(sum((answer['cells'] ?? []).map(({ assets }) => assets))).toBe(active)
    expect(sum((answer['bureaus'] ?? []).map((row) => row.active))).toBe(active)
    expect(answer).toMatchObject({ drafts, withheld, unconfirmed: active })
  },
  'ending_grants(integer)': async (login, { database }, { held, reachOf }) => {
    const rows = await ask<{ person: string }>(login, 'select person from ending_grants(100) order by 1')
    const truth = await database.ownerPool.query<{ person: string }>(
      `select p.name as person from grants g join people p on p.id = g.person_id
       where g.until between '2026-03-10' and '2026-06-18' and g.ended_on is null and ($1 or g.department_id = any ($2::bigint[]))
       order by 1`,
      [held.includes('grant.manageClerks'), reachOf('proposal.decide')],
    )
    expect(rows).toEqual(truth.rows)
  },
  ...proposalProbes(askOne, () => city.database.ownerPool),
  'pending_moves()': async (login, _city, { held }) => {
    const moves = await askOne<unknown[]>(login, 'pending_moves()')
    const theirs = { name: '東消防署', assets: [{ name: '受付簿510' }], withheld: 1 }
    if (held.includes('asset.moveToSuccessor')) expect(moves).toMatchObject([theirs])
    else expect(moves).toEqual([])
    expect(JSON.stringify(moves)).not.toContain('秘密')
  },
  'list_sessions(bigint)': async (login, { database }, { personId, held }) => {
    const { rows } = await database.ownerPool.query<{ id: string }>('select id from people')
    for (const { id } of rows) {
      const shown = await ask<{ source: string | null }>(login, 'select source from list_sessions($1)', [id])
      if (BigInt(id) === personId) expect(shown).toEqual([{ source: '192.0.2.7' }])
      else expect(shown).toEqual(held.includes('account.reset') ? [{ source: null }] : [])
    }
  },
  'person_name(bigint)': async (login, _city, { personId }) => {
    expect(await askOne(login, `person_name(1)`)).toBe(personId === null ? null : '自動処理')
  },
  'ledger_vocabulary()': async (login, _city, { held }) => {
    const words = await askOne<{ schemes: unknown; zones: unknown[] }>(login, 'ledger_vocabulary()')
    expect(words.zones).toHaveLength(6)
    expect(words.schemes === null).toBe(!held.includes('scheme.read'))
  },
  'job_overview()': async (login, _city, { held }) => {
    const overview = askOne(login, 'job_overview()')
    if (held.includes('job.read')) await expect(overview).resolves.toMatchObject({ jobs: [] })
    else await expect(overview).rejects.toThrow('job.read')
  },
  'sample_accounts()': async (login) => {
    // Nobody of the small city has a password; with one, and only in a sample city, the name stands on the sign-in page.
    expect(await ask(login, 'select * from sample_accounts()')).toEqual([])
  },
}

test('every function that shows rows is asked', () => {
  const listed = Object.entries(functionsOfReader).flatMap(([name, kind]) =>
    kind === 'probed' ? [name] : [],
  )
  expect(Object.keys(probes).sort()).toEqual(listed.sort())
})

describe.each(Object.keys(probes))('%s shows nothing beyond the reach', (name) => {
  test.each(viewers)('to %s', async (login) => {
    await probes[name]?.(login, city, await expected(login))
  })
})
