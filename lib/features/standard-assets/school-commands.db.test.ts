import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordedOf } from '@/e2e/support/recorded'
import { bringImport } from '@/e2e/support/bring-import'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { rawSql } from '@/e2e/support/small-city-sessions'
import { exportSchools } from '@/lib/features/assets/school-workbook-queries'
import { decideProposals } from '@/lib/features/proposals/commands'
import { ledgerColumns } from '@/lib/labels/ledger-columns'
import { understand } from '@/lib/testing/reading'
import { accepted } from '@/scripts/sample-city/actors'
import { cityWordsOf } from '@/scripts/city-words'
import { addStandardAssets, editStandardAsset } from './commands'
import { listStandardAssets } from './queries'
import { deriveSchoolLedgers } from './school-commands'
import { findSchool, listSchools } from './school-queries'
import type { StandardAssetEntry } from './schema'

let city: SmallCity
const officer = () => city.may('educationofficer', 'standardLedger.derive')
const reader = (login = 'educationofficer') => city.may(login, 'standardLedger.read')
const entry = (given: Partial<StandardAssetEntry>): StandardAssetEntry => ({
  name: '',
  importance: 'II',
  zoneCode: null,
  storageLocation: null,
  userScope: null,
  takeOut: null,
  retention: null,
  medium: null,
  ...given,
})
const standard = [
  entry({
    name: '指導要録',
    importance: 'I',
    medium: '紙',
    storageLocation: '耐火書庫',
    takeOut: 'prohibited',
  }),
  entry({
    name: '出席簿',
    importance: 'III',
    zoneCode: 'schoolAffairs',
    medium: 'サーバ',
    userScope: '教職員',
  }),
  entry({ name: '学校だより', importance: 'IV', zoneCode: 'learning', userScope: '児童生徒・保護者' }),
]

beforeAll(async () => {
  city = await smallCity()
  accepted(
    await addStandardAssets(await city.may('educationofficer', 'standardLedger.edit'), standard),
    'added',
  )
})
afterAll(() => city.end())

async function ask<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await city.database.ownerPool.query(sql, values)).rows as T[]
}
const lineOf = async (code: string) => (await listSchools(await reader())).find((line) => line.code === code)

describe('a school’s ledger from the standard one', () => {
  test('what a school lacks becomes drafts of its own, one bundle for its head, who approves it in one go', async () => {
    const before = await lineOf('331')
    expect(before).toMatchObject({ same: 0, differs: 0, missing: 3 })
    const made = accepted(await deriveSchoolLedgers(await officer(), { school: ['331'] }), 'derived')
    expect(made).toEqual({ rows: 3, schools: 1 })
    expect(await lineOf('331')).toEqual({ ...before, same: 3, missing: 0 })
    const rows = await ask<{ name: string }>(`
      select a.name, a.state, a.kind_code as kind, a.importance, a.audience, a.zone_cell as zone, a.medium, a.take_out as "takeOut", c.occasion,
        c.reason, s.name as standard, p.login_id as drafter
      from assets a join classifications c on c.id = a.classification_id join standard_assets s on s.id = a.standard_asset_id
      join people p on p.id = a.submitted_by order by a.number`)
    expect(rows).toMatchObject([
      {
        name: '指導要録',
        kind: 'paper',
        importance: 'I',
        audience: 'staff',
        zone: 'notApplicable',
        takeOut: 'prohibited',
      },
      { name: '出席簿', kind: 'information', importance: 'III', zone: 'schoolAffairs', medium: 'サーバ' },
      { name: '学校だより', importance: 'IV', audience: 'public', zone: 'learning', standard: '学校だより' },
    ])
    const bundles = await ask<{ id: string; version: number; items: number; origin: string }>(
      `select id::text, version, items, origin from proposals where state = 'submitted' and origin = 'import'`,
    )
    // One a chain: what is rated Ⅰ goes on to another approver than the rest would.
    expect(bundles.map(({ items }) => items).sort()).toEqual([1, 2])
    const decisions = bundles.map(({ id, version }) => ({ id: BigInt(id), version, act: 'approve' as const }))
    // Who derived does not decide on it.
    const own = await decideProposals(await city.may('educationofficer', 'proposal.decide'), decisions)
    expect(own.map(({ outcome }) => outcome)).toEqual(['ownSubmission', 'ownSubmission'])
    const head = await city.may('school-head', 'proposal.decide')
    const decided = await decideProposals(head, decisions)
    expect(decided.map(({ outcome }) => outcome).sort()).toEqual(['approved', 'passed'])
    expect(
      await ask(`select name, state from assets where standard_asset_id is not null order by number`),
    ).toEqual([
      { name: '指導要録', state: 'draft' },
      { name: '出席簿', state: 'active' },
      { name: '学校だより', state: 'active' },
    ])
  })

  test('the second press, and a school that has all, add nothing', async () => {
    expect(await deriveSchoolLedgers(await officer(), { school: ['331'] })).toEqual({
      refused: 'nothingMissing',
    })
    const both = await Promise.all([
      deriveSchoolLedgers(await officer(), { school: ['332'] }),
      deriveSchoolLedgers(await officer(), { school: ['332'] }),
    ])
    expect(both.filter((one) => 'refused' in one)).toEqual([{ refused: 'nothingMissing' }])
    expect(await lineOf('332')).toMatchObject({ same: 3, missing: 0 })
  })

  test('is in the trail, with how many rows for how many schools', async () => {
    const [event] = await ask<{ reason: string; details: unknown }>(
      `select reason, details from audit_events where action = 'standardAsset.derived' order by id limit 1`,
    )
    expect(event).toMatchObject({ reason: '1校、3件', details: { schools: 1, rows: 3 } })
  })

  test('a department that is no school, and nobody’s school, are none', async () => {
    expect(await deriveSchoolLedgers(await officer(), { school: ['110'] })).toEqual({
      refused: 'nothingMissing',
    })
    expect(await findSchool(await reader(), '110')).toBeNull()
  })
})

describe('what differs', () => {
  test('is shown field by field; what the standard leaves blank is the school’s own affair', async () => {
    const editor = await city.may('educationofficer', 'standardLedger.edit')
    const [row] = await listStandardAssets(editor)
    const edited = { ...standard[0]!, storageLocation: '校長室', takeOut: 'individual' as const }
    accepted(await editStandardAsset(editor, { ...edited, id: row!.id, version: row!.version }), 'edited')
    const school = await findSchool(await reader('school-head'), '331')
    const found = school?.assets.find(({ name }) => name === '指導要録')
    expect(found).toMatchObject({
      fields: ['storageLocation', 'takeOut'],
      said: { storageLocation: '校長室', takeOut: 'individual', retention: null, importance: 'Ⅰ' },
      school: { storageLocation: '耐火書庫', takeOut: 'prohibited', importance: 'Ⅰ' },
    })
    expect(await lineOf('331')).toMatchObject({ same: 2, differs: 1, missing: 0 })
  })

  test('a school is seen by whoever reads its ledger, and by nobody else', async () => {
    expect((await listSchools(await reader('school-head'))).map(({ code }) => code)).toEqual(['331'])
    expect(await findSchool(await reader('school-head'), '332')).toBeNull()
    expect(await listSchools(await reader('assetclerk'))).toEqual([])
  })
})

describe('by raw SQL, who derives', () => {
  const derive = async (sql: string) =>
    rawSql(city.writer, sql, {
      secret: await city.secretOf('educationofficer'),
      permission: 'standardLedger.derive',
    })
  const insert = (name: string, department: string) => `
    insert into assets (number, name, kind_code, department_id, scheme_id, scheme_family, registered_on, standard_asset_id)
    select 0, '${name}', 'paper', d.id, s.scheme_id, 'education', app_today(), s.id
    from departments d, standard_assets s where d.code = '${department}' and s.name = '指導要録'`

  test('writes rows of the standard ledger only, and only for schools', async () => {
    await expect(derive(insert('名簿', '331'))).rejects.toThrow(/row-level security/u)
    await expect(derive(insert('指導要録', '110'))).rejects.toThrow(/row-level security/u)
  })

  test('gives no other level than the standard ledger’s, and changes nothing that is there', async () => {
    await expect(
      derive(`with made as (${insert('指導要録', '331')} returning number)
        select 1 from made`),
    ).resolves.toBeDefined()
    await expect(
      derive(`insert into classifications (asset_number, scheme_id, importance, audience, classified_on, evaluator_id, occasion, reason)
        select a.number, a.scheme_id, 'IV', 'public', app_today(), viewer_id(), 'import', 'x' from assets a
        where a.standard_asset_id is not null and a.state = 'draft' limit 1`),
    ).rejects.toThrow()
    const moved = await derive(`update assets set remarks = 'x' where standard_asset_id is not null`)
    expect(moved.rowCount).toBe(0)
  })
})

test('the workbook has a sheet a school, in our own layout, every row of the schools within reach', async () => {
  const actor = await city.may('educationofficer', 'asset.export')
  const file = await exportSchools(actor, null)
  if (file === null || 'refused' in file) throw new Error('no file')
  expect(file.name).toMatch(/^学校の情報資産台帳_自治体機密性3C_.+基準\.xlsx$/u)
  const words = await cityWordsOf({})
  const { sheets, rows } = await understand(file.bytes, words, { name: file.name })
  expect(sheets.filter(({ isTaken }) => isTaken).map(({ name, isOwn }) => [name, isOwn])).toEqual([
    ['真間小学校', true],
    ['第一中学校', true],
  ])
  const kept = await ask<{ number: string }>(
    `select a.number::text from assets a join departments d on d.id = a.department_id
     where d.category_code = 'school' and a.state in ('draft', 'active') order by d.code, a.number`,
  )
  expect(rows.map(({ number }) => number)).toEqual(kept.map(({ number }) => number))
  expect(rows.flatMap(({ problems }) => problems)).toEqual([])
  const importer = await city.may('educationofficer', 'asset.import')
  const brought = await bringImport(city.database, importer, file.name, file.bytes)
  expect(brought).toMatchObject({ state: 'previewed', blanks: 'clear', different: [] })
  expect(brought.counts['unchanged']).toBe(kept.length)
  expect(await exportSchools(actor, '110')).toBeNull()
  expect(await exportSchools(await city.may('school-head', 'asset.export'), '332')).toBeNull()
  const [event] = await ask<{ reason: string }>(
    `select reason from audit_events where action = 'ledger.exported' order by id desc limit 1`,
  )
  expect(event?.reason).toBe(`学校ごとのブック、2校、${kept.length}件`)
})

test('a row that a school has written below its own comes in as that school’s, by the name of the sheet', async () => {
  const columns = ['number', 'departmentCode', 'department', 'name', 'importance', 'medium'] as const
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '第一中学校',
        rows: [columns.map((code) => ledgerColumns[code].label), [null, null, null, '部活動名簿', 'Ⅲ', '紙']],
      },
    ],
  })
  const importer = await city.may('educationofficer', 'asset.import')
  const { id, state } = await bringImport(city.database, importer, 'schools.xlsx', bytes)
  expect(state).toBe('previewed')
  expect(
    await ask(
      `select r.kind, d.code, r.levels ->> 'importance' as importance from import_rows r
       join departments d on d.id = r.department_id where r.import_id = $1`,
      [id],
    ),
  ).toEqual([{ kind: 'new', code: '332', importance: 'III' }])
})

test('a derived row has the events of its draft, its level and its submission', async () => {
  const [row] = await ask<{ number: string }>(
    `select number::text from assets where standard_asset_id is not null and state = 'active' order by number limit 1`,
  )
  const events = await recordedOf(city, 'assets', BigInt(row?.number ?? 0))
  expect(events[0]).toMatchObject({ action: 'asset.drafted' })
})
