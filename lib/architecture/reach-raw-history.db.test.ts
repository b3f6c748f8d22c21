import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import {
  addAsset,
  atCommit,
  judge,
  rawDoor,
  rename,
  type RawDoor,
  type Step,
} from '@/e2e/support/small-city-raw'

/* Raw SQL against what was: numbers, classifications, versions and the trail only ever grow. */
let city: SmallCity
let raw: RawDoor
let [own, other, draft] = [0n, 0n, 0n]
beforeAll(async () => {
  city = await smallCity()
  raw = rawDoor(city)
  ;[own, other, draft] = [raw.numberOf('受付簿110'), raw.numberOf('受付簿210'), raw.numberOf('下書き110')]
})
afterAll(() => city.end())

const denied = { code: '42501' }

describe('numbers, classifications and deletion', () => {
  test('an asset’s number comes from the sequence, whatever is wished, and one that was drawn never comes again', async () => {
    const add = [addAsset, raw.departmentOf('110'), own, city.schemes.municipal] satisfies Step
    const drawn = `select 1 / (max(number) > $1)::int from assets`
    expect(
      await raw.attempt('assetclerk', 'asset.create', add, [
        drawn,
        Math.max(...city.assets.map(({ number }) => Number(number))),
      ]),
    ).toBe(1)
    // The attempt was rolled back: its number stays a gap.
    const [row] = await raw.arrange(`select last_value from asset_numbers`)
    expect(await raw.attempt('assetclerk', 'asset.create', add, [drawn, row?.['last_value']])).toBe(1)
    await expect(
      raw.attempt('assetclerk', 'asset.create', `select setval('asset_numbers', 1)`),
    ).rejects.toThrow('permission denied')
  })
  test('a new asset begins as an unclassified draft', async () => {
    const born = (column: string, value: string) =>
      raw.attempt('assetmanager', 'asset.create', [
        `insert into assets (number, name, kind_code, department_id, scheme_id, scheme_family, registered_on, ${column})
         values (1, 'x', 'information', $1, $2, 'municipal', '2026-03-01', '${value}')`,
        raw.departmentOf('110'),
        city.schemes.municipal,
      ])
    await expect(born('state', 'active')).rejects.toThrow('a new asset begins as a draft')
    await expect(born('confidentiality', '2')).rejects.toThrow('unclassified draft')
  })
  test('a level belongs to its axis and its scheme', async () => {
    const foreignKey = { code: '23503' }
    for (const [scheme, level] of [
      [null, 'III'],
      [null, '9'],
      [city.schemes.education, '3B'],
    ])
      await expect(
        raw.attempt('assetmanager', 'asset.edit', [judge, draft, scheme, level, null]),
      ).rejects.toMatchObject(foreignKey)
  })
  test('nobody judges in another’s name, a registered asset by hand, or twice over', async () => {
    await expect(raw.attempt('assetmanager', 'asset.edit', [judge, draft, null, null, 1])).rejects.toThrow(
      'may not be classified',
    )
    await expect(raw.attempt('assetclerk', 'asset.edit', [judge, own, null, null, null])).rejects.toThrow(
      'may not be classified',
    )
    const again = `update classifications set confidentiality = '1' where asset_number = $1`
    await expect(raw.attempt('assetmanager', 'asset.reclassify', [again, own])).rejects.toThrow(
      'permission denied',
    )
  })
  test('the current classification is one of the asset’s own, also for the owner', async () => {
    const take = `update assets set classification_id = (select classification_id from assets where number = ${other}) where number = ${own}`
    await expect(raw.arrange(`alter table assets disable trigger guard; ${take}`)).rejects.toMatchObject({
      code: '23503',
    })
  })
  test('versions of one asset never overlap, also for the owner', async () => {
    const columns = `number, version, state, name, kind_code, department_id`
    const forge = (
      follows: string,
      from = 'recorded_from',
      source = 'assets_versions where recorded_to is null and',
    ) => `
      insert into assets_versions (recorded_from, follows, transaction_number, row_hash, ${columns})
      select ${from}, ${follows}, transaction_number, row_hash, ${columns} from ${source} number = $1`
    const end = `update assets_versions set recorded_to = recorded_from + interval '1 hour', ended_transaction_number = transaction_number
      where number = ${own} and recorded_to is null returning *`
    const after = (follows: string, from: string, times = 1) =>
      `with over as (${end}) ${forge(follows, from, `over, generate_series(1, ${times}) where`)}`
    for (const [forged, code] of [
      // A second beginning; after an end that there is not; before the end of what it follows; two after one end.
      [forge('null'), '23505'],
      [forge(`recorded_from - interval '1 day'`), '23503'],
      [after('recorded_to', `recorded_to - interval '1 minute'`), '23514'],
      [after('recorded_to', 'recorded_to', 2), '23505'],
      [
        `update assets_versions set recorded_from = recorded_from - interval '1 day' where number = $1`,
        'DA004',
      ],
      [`update assets_versions set number = ${other} where number = $1`, 'DA004'],
    ] as const)
      await expect(raw.arrange(forged, own), forged).rejects.toMatchObject({ code })
  })
  test('no row is deleted: not by the writer, and not by the owner', async () => {
    for (const table of [
      'assets',
      'classifications',
      'departments',
      'people',
      'grants',
      'classification_schemes',
    ]) {
      await expect(raw.attempt('ciso', 'asset.dispose', `delete from ${table}`)).rejects.toThrow(
        'permission denied',
      )
      await expect(raw.arrange(`delete from ${table}`)).rejects.toThrow(/kept as they are/)
    }
  })
  test('no event, no change', async () => {
    await expect(raw.attempt('assetclerk', 'asset.edit', [rename, own], atCommit)).rejects.toThrow(
      'no event, no change',
    )
    const said = `select record_events('[{"action":"asset.edited","subjectType":"assets","subjectId":${own}}]')`
    expect(await raw.attempt('assetclerk', 'asset.edit', [rename, own], said, atCommit)).toBe(0)
  })
})

describe('the trail', () => {
  test.each([
    'audit_events',
    'audit_transactions',
    'audit_links',
    'audit_row_digests',
    'audited_tables',
    'audit_chain_end',
  ])('nobody writes, changes or empties %s', async (table) => {
    for (const sql of [
      `insert into ${table} default values`,
      `delete from ${table}`,
      `truncate ${table}`,
      `lock table ${table} in exclusive mode`,
    ])
      await expect(raw.attempt('auditor', 'audit.read', sql)).rejects.toMatchObject(denied)
  })
  test.each(['assets', 'people', 'grants', 'settings'])(
    'nobody writes past versions of %s',
    async (table) => {
      for (const sql of [
        `insert into ${table}_versions default values`,
        `update ${table}_versions set recorded_to = now()`,
        `delete from ${table}_versions`,
      ])
        await expect(raw.attempt('ciso', 'audit.read', sql)).rejects.toMatchObject(denied)
    },
  )
  test('who only reads leaves no event', async () => {
    await expect(
      raw.asReader('ciso', `select record_events('[{"action":"asset.edited","subjectType":"assets"}]')`),
    ).rejects.toMatchObject(denied)
  })
})
