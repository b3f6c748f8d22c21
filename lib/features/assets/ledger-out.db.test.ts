import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { rawDoor } from '@/e2e/support/small-city-raw'
import { workOf } from '@/e2e/support/small-city-work'
import { cellOf, rowsOfCsv } from '@/e2e/support/written-ledger'
import type { AssetContent } from '@/lib/domain/asset-content'
import { smallCityMoment } from '@/lib/testing/small-city'
import { accepted } from '@/scripts/sample-city/actors'
import { setClock } from '@/scripts/sample-city/owner'
import { contentOf } from './content-queries'
import { editAssets } from './edit-commands'
import { exportLedger, type ExportedFile } from './export-file-queries'
import { readExport } from './export-schema'
import { findLacking } from './lacking-queries'
import { showPrint } from './print-queries'
import type { SearchParams } from './search-schema'

let city: SmallCity
let work: ReturnType<typeof workOf>
beforeAll(async () => {
  city = await smallCity()
  work = workOf(city)
})
afterAll(() => city.end())

async function ask(login: string, params: SearchParams = {}) {
  const actor = await city.may(login, 'asset.export')
  const { request } = readExport({ format: 'csv', columns: 'all', ...params }, actor.viewer.today)
  if (typeof request === 'string') throw new Error(request)
  return { actor, request }
}
async function begin(login: string, params?: SearchParams) {
  const { actor, request } = await ask(login, params)
  return exportLedger(actor, request)
}
const read = async ({ body }: ExportedFile) => new Uint8Array(await new Response(body).arrayBuffer())
async function namesFor(login: string, params?: SearchParams): Promise<string[]> {
  const file = await begin(login, params)
  if ('refused' in file) throw new Error(file.refused)
  return rowsOfCsv(await read(file), 'utf8').map((row) => cellOf(row, 'name'))
}
const lastEvent = async () => {
  const { rows } = await city.database.ownerPool.query<{
    action: string
    reason: string
    details: Record<string, unknown>
  }>('select action, reason, details from audit_events order by id desc limit 1')
  return rows[0]
}

describe('the trail', () => {
  test('has the export with its filter and count before the first byte, also when the download breaks off', async () => {
    const file = await begin('assetclerk', { q: '受付簿', sort: 'name' })
    if ('refused' in file) throw new Error(file.refused)
    const event = await lastEvent()
    expect(event).toMatchObject({
      action: 'ledger.exported',
      details: { format: 'csv', rows: 2, replaced: 0 },
    })
    expect(JSON.parse(String(event?.details['filters']))).toMatchObject({ q: '受付簿', sort: 'name' })
    expect(event?.reason).toContain('CSV、2件')
    await file.body.cancel()
    expect(await lastEvent()).toEqual(event)
    expect(file.name).toBe('情報資産台帳_自治体機密性3C_令和8年3月10日基準_市民課.csv')
  })

  test('has a print as well', async () => {
    const { actor, request } = await ask('assetclerk', { columns: 'screen' })
    const asked = readExport({}, actor.viewer.today)
    const shown = await showPrint(actor, asked, request)
    expect(await lastEvent()).toMatchObject({
      action: 'ledger.printed',
      details: { rows: shown.rows?.length },
    })
  })
})

describe('reach', () => {
  test('somebody’s file has the rows that their list has, and no others', async () => {
    expect((await namesFor('assetclerk')).sort()).toEqual(
      ['下書き110', '受付簿110', '受付簿111', '秘密の名簿110', '秘密の名簿111'].sort(),
    )
    expect(await namesFor('secretariat')).not.toContainEqual(expect.stringContaining('秘密'))
    expect(await namesFor('auditor')).toHaveLength(city.assets.length)
  })

  test('whoever only sees a ledger as a deputy does not take it out', async () => {
    await rawDoor(city).arrange(
      `insert into deputies (principal_id, deputy_id, grant_id, valid_from, until, reason, named_by)
       select g.person_id, d.id, g.id, app_today(), app_today(), 'away', 1
       from set_config('app.permission', 'grant.manageApprovers', true) p, grants g join people o on o.id = g.person_id, people d
       where o.login_id = 'assetmanager' and d.login_id = 'clerk-400' returning id`,
    )
    expect(await namesFor('clerk-400')).toEqual(['受付簿400', '秘密の名簿400'])
  })
})

async function change(number: bigint, content: Partial<AssetContent>) {
  const { version, ...asset } = await work.seen(number)
  const edit = { number, version, content: { ...contentOf({ ...asset, version }), ...content } }
  const clerk = await city.may('clerk-210', 'asset.edit')
  accepted(await editAssets(clerk, [{ ...edit, scheme: work.scheme(), classification: null }]), 'edited')
}

describe('as of a past day', () => {
  const later = '2026-05-20T10:00:00+09:00'
  const then = '2026-03-10'
  test('the ledger is what the portal said at the end of that day, within the reach of today', async () => {
    const renamed = await work.registered('210', '元の名称')
    const hidden = await work.registered('210', '公開だった名簿')
    setClock(later)
    await change(renamed, { name: '新しい名称' })
    await change(hidden, { visibility: 'restricted' })
    await work.written('210', 'あとからの下書き')
    expect(await namesFor('auditor', { department: '210', q: '名称' })).toEqual(['新しい名称'])
    expect(await namesFor('auditor', { department: '210', asOf: then, q: '名称' })).toEqual(['元の名称'])
    const past = await namesFor('auditor', { department: '210', asOf: then })
    expect(past).toContain('公開だった名簿')
    expect(past).not.toContain('あとからの下書き')
    expect(await namesFor('auditor', { asOf: '2019-04-01' })).toEqual([])
    // What is 関係者限り now is not opened by looking back.
    expect(await namesFor('secretariat', { department: '210', asOf: then })).not.toContain('公開だった名簿')
    expect(await namesFor('assetclerk', { asOf: then })).not.toContain('元の名称')
    setClock(smallCityMoment)
  })

  test('a day to come and a text that is no day are refused by name', () => {
    expect(readExport({ asOf: '2026-03-11' }, then).request).toBe('future')
    expect(readExport({ asOf: '2月30日' }, then).request).toBe('asOf')
    expect(readExport({ columns: 'chosen' }, then).request).toBe('columns')
  })
})

describe('CP932', () => {
  test('is refused where it lacks characters, saying which and where; replaced only on wish, and recorded', async () => {
    await work.written('110', '波〜線', { remarks: '𠮷野' })
    const params = { encoding: 'cp932', q: '波' }
    expect(await begin('assetclerk', params)).toEqual({ refused: 'lacking' })
    const { actor, request } = await ask('assetclerk', params)
    const lacking = await findLacking(actor, request)
    expect(lacking).toMatchObject({
      count: 2,
      characters: [
        { character: '〜', standIn: '～', times: 1 },
        { character: '𠮷', standIn: '〓', times: 1 },
      ],
      places: [
        { line: 2, column: '名称', name: '波〜線', characters: '〜' },
        { line: 2, column: '備考', name: '波〜線', characters: '𠮷' },
      ],
    })
    const file = await begin('assetclerk', { ...params, lacking: 'replace' })
    if ('refused' in file) throw new Error(file.refused)
    const [row] = rowsOfCsv(await read(file), 'cp932')
    expect([row && cellOf(row, 'name'), row && cellOf(row, 'remarks')]).toEqual(['波～線', '〓野'])
    expect(await lastEvent()).toMatchObject({ details: { replaced: 2 } })
  })
})

test('two are written at once; a third waits, and gets through once one has ended', async () => {
  const [first, second] = [await begin('auditor'), await begin('assetclerk')]
  if ('refused' in first || 'refused' in second) throw new Error('refused')
  expect(await begin('ciso')).toEqual({ refused: 'busy' })
  await first.body.cancel()
  const third = await begin('ciso')
  expect(third).not.toHaveProperty('refused')
  await read(second)
  if (!('refused' in third)) await read(third)
  expect(await namesFor('ciso')).not.toHaveLength(0)
})
