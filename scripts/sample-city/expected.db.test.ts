import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '@/e2e/support/database'
import { openSession } from '@/lib/features/sessions/commands'
import { verifyTrail } from '@/lib/platform/audit/verify'
import { closeDatabase } from '@/lib/platform/database'
import { loadSampleCity, NotEmpty, samplePassword } from './load'
import { timelineUntil } from './timeline'

type Row = Record<string, string | number | boolean | null>
type Expected = Record<'municipal' | 'fire' | 'standard' | 'schools' | 'disposed' | 'drafts', Row[]>

let database: TestDatabase
let expected: Expected
const progress: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  process.env['DATABASE_URL'] = database.readerUrl
  process.env['DATABASE_WRITE_URL'] = database.writerUrl
  expected = JSON.parse(
    await readFile(path.resolve('prisma/sample/expected-ledger.json'), 'utf8'),
  ) as Expected
  await loadSampleCity(database.ownerUrl, (line) => progress.push(line))
}, 300_000)
afterAll(async () => {
  await closeDatabase()
  await database.drop()
})

async function ask<T extends Row>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await database.ownerPool.query<T>(sql, values)).rows
}

const assets = `
  select a.state, a.name, a.kind_code as "kindCode", a.task, d.code as "departmentCode", s.code as "schemeCode",
    a.confidentiality, a.integrity, a.availability, a.importance, a.audience, a.zone_cell as zone,
    a.personal_data as "personalData", a.data_subjects::float8 as "dataSubjects", a.medium,
    a.storage_location as "storageLocation", a.user_scope as "userScope", a.take_out as "takeOut", a.retention,
    a.outsourced_to as "outsourcedTo", a.cloud_service as "cloudService",
    a.registered_on::text as "registeredOn", a.remarks, x.name as "standardAsset", a.visibility, a.disposed_on::text as "disposedOn",
    a.disposed_by as "disposedBy", a.disposal_method as "disposalMethod"
  from assets a join departments d on d.id = a.department_id join classification_schemes s on s.id = a.scheme_id
  left join standard_assets x on x.id = a.standard_asset_id`

/** Both sides by department and name, in one order; the file's own row number is no field of an asset. */
function inOrder(rows: readonly Row[]) {
  const placeOf = (row: Row) => `${row['departmentCode'] ?? ''}/${row['name'] ?? ''}`
  return rows
    .map(({ row: _, ...fields }) => ({ disposedOn: null, disposedBy: null, disposalMethod: null, ...fields }))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

test('every asset equals the committed expected file, field by field, and there is no other', async () => {
  const { municipal, fire, schools, disposed, drafts } = expected
  expect(inOrder(await ask(assets))).toEqual(
    inOrder([...municipal, ...fire, ...schools, ...disposed, ...drafts]),
  )
})

test('the ledgers arrive whole: 95 municipal rows, 14 of the fire department, 18 standard ones, five schools', async () => {
  expect([expected.municipal.length, expected.fire.length, expected.standard.length]).toEqual([95, 14, 18])
  const schools = await ask(`
    select d.code, count(*)::int as assets from assets a join departments d on d.id = a.department_id
    where d.category_code = 'school' group by d.code order by d.code`)
  expect(schools.map(({ code, assets: count }) => [code, count])).toEqual([
    ['7001', 14],
    ['7002', 16],
    ['7101', 16],
    ['7201', 16],
    ['7301', 15],
  ])
})

test('the standard school ledger equals the expected file', async () => {
  const rows = await ask(`
    select x.sort_order as "sortOrder", x.name, s.code as "schemeCode", x.importance, x.zone_code as "zoneCode",
      x.medium, x.storage_location as "storageLocation", x.user_scope as "userScope", x.take_out as "takeOut", x.retention
    from standard_assets x join classification_schemes s on s.id = x.scheme_id order by x.sort_order`)
  expect(rows).toEqual(expected.standard)
})

test('letters beyond JIS X 0208 and a department two levels down arrive intact', async () => {
  const rows = await ask(`
    select (select count(*)::int from assets where storage_location = '髙度救急室 施錠書庫') as high,
           (select count(*)::int from assets where name = '消防水利位置図①') as one,
           (select count(*)::int from assets a join departments d on d.id = a.department_id where d.name = '行徳出張所') as branch`)
  expect(rows).toEqual([{ high: 1, one: 1, branch: 1 }])
})

test('nobody approved what they had submitted, and every active asset was registered by somebody', async () => {
  expect(
    await ask(
      `select number from assets where state <> 'draft' and (registered_by is null or registered_by = submitted_by)`,
    ),
  ).toEqual([])
  expect(
    await ask(`
      select s.id from approval_steps s join proposals p on p.id = s.proposal_id
      where p.submitted_by in (s.decided_by, s.decided_for)`),
  ).toEqual([])
})

test('what fell in level was approved by two, and the drafts that are classified wait for their manager', async () => {
  const [told] = await ask(`
    select count(*) filter (where p.state = 'submitted')::int as waiting,
      count(distinct p.id) filter (where p.state = 'approved' and s.duty in ('officer', 'ciso', 'educationChief'))::int as second,
      count(*) filter (where p.state not in ('submitted', 'approved'))::int as others
    from proposals p join approval_steps s on s.proposal_id = p.id`)
  expect(told).toMatchObject({ others: 0 })
  expect(told?.['waiting']).toBeGreaterThan(0)
  expect(told?.['second']).toBeGreaterThan(0)
})

test('past days show what the portal said then: both reorganisations, the earlier levels, the first month', async () => {
  const placeOf = (name: string, day: string) =>
    ask(
      `select d.code, v.confidentiality from assets_versions v join departments d on d.id = v.department_id
       where v.name = $1 and v.recorded_from < end_of_day($2::date)
         and (v.recorded_to is null or v.recorded_to >= end_of_day($2::date))`,
      [name, day],
    )
  const list = '避難行動要支援者名簿'
  expect(await placeOf(list, '2024-10-14')).toEqual([{ code: '0675', confidentiality: '3' }])
  expect(await placeOf(list, '2025-03-31')).toEqual([{ code: '0675', confidentiality: '3B' }])
  expect(await placeOf(list, '2025-04-01')).toEqual([{ code: '0760', confidentiality: '3B' }])
  expect(await placeOf('市民プール利用者名簿', '2026-03-31')).toMatchObject([{ code: '1195' }])
  expect(await placeOf('市民プール利用者名簿', '2026-04-01')).toMatchObject([{ code: '1130' }])
  expect(await placeOf(list, '2024-05-31')).toEqual([])
})

test('last autumn two bureaus looked at all of theirs, one department was late, and it comes every year from now on', async () => {
  const [closed] = await ask(`
    select r.state, r.rows_frozen > 15 as rows, (select count(*)::int from jsonb_array_elements(r.report -> 'departments') d
        where d -> 'certificate' = 'null' and (d ->> 'rows')::int > 0) as uncertified,
      (select count(*)::int from jsonb_array_elements(r.report -> 'departments') d where (d ->> 'late')::boolean) as late,
      (select count(*)::int from review_sign_offs s where s.review_id = r.id and s.state = 'standing') as bureaus,
      exists (select from review_recurrences c where c.template_id = r.id and c.ended_on is null) as yearly
    from reviews r`)
  expect(closed).toEqual({ state: 'closed', rows: true, uncertified: 0, late: 1, bureaus: 2, yearly: true })
})

test('departments open and close with the reorganisations, and none of it was known before', async () => {
  const openOn = (day: string) =>
    ask(
      `select count(*)::int as open from departments_versions v
       where v.valid_from <= $1::date and (v.valid_to is null or v.valid_to >= $1::date)
         and v.recorded_from < end_of_day($1::date) and (v.recorded_to is null or v.recorded_to >= end_of_day($1::date))`,
      [day],
    )
  expect(await openOn('2025-03-31')).toEqual([{ open: 165 }])
  expect(await openOn('2025-04-01')).toEqual([{ open: 164 }])
  expect(await openOn('2026-04-01')).toEqual([{ open: 165 }])
})

test('no moment lies before the set-up or after now, and each of the first twelve months has events', async () => {
  const span = await ask(`
    select min(started_at) >= least(now() - interval '31 months', timestamptz '2024-05-24 00:00+09') as begins,
      max(started_at) <= now() as ends,
      count(distinct date_trunc('month', started_at)) filter (
        where started_at < timestamptz '2025-06-01 00:00+09')::int >= 12 as monthly
    from audit_transactions where actor_id is not null`)
  expect(span).toEqual([{ begins: true, ends: true, monthly: true }])
})

test('progress is told month by month', async () => {
  const [now] = await ask(`select (now() at time zone 'Asia/Tokyo')::date::text as today`)
  const { months } = timelineUntil(String(now?.['today']))
  expect(progress).toEqual(
    months.map((_, at) => `見本データを読み込んでいます ${at + 1}/${months.length}か月`),
  )
})

test('every row that is kept in versions equals what its last event left', async () => {
  const verdict = await verifyTrail(database.ownerUrl, null)
  expect(verdict.findings).toEqual([])
}, 120_000)

test('sample accounts sign in at once, invented people have no password', async () => {
  const rows = await ask(`
    select count(*)::int as accounts, count(*) filter (where c.must_change)::int as due,
      count(*) filter (where p.login_id ~ '^d[0-9]{4}-')::int as invented
    from credentials c join people p on p.id = c.person_id`)
  expect(rows).toEqual([{ accounts: 22, due: 0, invented: 0 }])
})

test('shimin-tanto signs in with the sample password', async () => {
  const visitor = { source: '127.0.0.1', userAgent: 'test', browserHash: new Uint8Array(32) }
  const opened = await openSession({ loginId: 'shimin-tanto', password: samplePassword }, visitor)
  expect(opened).toMatchObject({ outcome: 'opened', mustChange: false })
})

test('a second load is refused in words, and writes nothing', async () => {
  const before = await ask('select count(*)::int as links from audit_links')
  await expect(loadSampleCity(database.ownerUrl, () => undefined)).rejects.toThrow(NotEmpty)
  expect(await ask('select count(*)::int as links from audit_links')).toEqual(before)
})
