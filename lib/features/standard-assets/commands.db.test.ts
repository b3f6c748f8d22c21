import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordedOf } from '@/e2e/support/recorded'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { rawSql } from '@/e2e/support/small-city-sessions'
import { addStandardAssets, editStandardAsset } from './commands'
import { findStandardAsset, listStandardAssets } from './queries'
import type { StandardAssetEntry } from './schema'

let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
})
afterAll(() => city.end())

const officer = () => city.may('educationofficer', 'standardLedger.edit')
const anEntry = (given: Partial<StandardAssetEntry> = {}): StandardAssetEntry => ({
  name: '指導要録（原本）',
  importance: 'I',
  zoneCode: null,
  storageLocation: '耐火書庫',
  userScope: '校長・教頭',
  takeOut: 'prohibited',
  retention: '20年',
  medium: '紙',
  ...given,
})
const added = async (entry: StandardAssetEntry) => {
  const outcome = await addStandardAssets(await officer(), [entry])
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome.result.ids[0]!
}

describe('the standard school ledger', () => {
  it('takes rows in order, an event each, and shows their level', async () => {
    const id = await added(anEntry())
    await added(anEntry({ name: '出席簿', importance: 'III', takeOut: 'blanket' }))
    expect(await recordedOf(city, 'standard_assets', id)).toMatchObject([{ action: 'standardAsset.added' }])
    const rows = await listStandardAssets(await city.may('school-head', 'standardLedger.read'))
    expect(rows.map(({ name, level }) => [name, level.label, level.of])).toEqual([
      ['指導要録（原本）', 'Ⅰ', 4],
      ['出席簿', 'Ⅲ', 4],
    ])
  })

  it('refuses a name that is there and a level that the scheme in force has not', async () => {
    expect(await addStandardAssets(await officer(), [anEntry()])).toEqual({ refused: 'nameTaken' })
    const other = anEntry({ name: '別のもの', importance: '3A' })
    expect(await addStandardAssets(await officer(), [other])).toEqual({ refused: 'unknownLevel' })
  })

  it('shows the second of two editors both values and loses nothing', async () => {
    const id = await added(anEntry({ name: '通知表', importance: 'II' }))
    const row = await findStandardAsset(await officer(), id)
    const edit = { ...anEntry({ name: '通知表', importance: 'II' }), id, version: row!.version }
    expect(await editStandardAsset(await officer(), { ...edit, takeOut: 'individual' })).toHaveProperty(
      'result',
    )
    expect(await editStandardAsset(await officer(), { ...edit, takeOut: 'blanket' })).toMatchObject({
      refused: 'stale',
      conflict: [{ field: 'takeOut', theirs: '個別許可', yours: '包括許可' }],
    })
  })

  it('is written by nobody but the education officer, whoever writes the SQL', async () => {
    const wish = { secret: await city.secretOf('secretariat'), permission: 'standardLedger.edit' }
    const update = `update standard_assets set name = 'x'`
    expect((await rawSql(city.writer, update, wish)).rowCount).toBe(0)
  })
})
