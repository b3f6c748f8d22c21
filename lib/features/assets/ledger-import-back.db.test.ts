import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringImport } from '@/e2e/support/bring-import'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import type { AssetContent } from '@/lib/domain/asset-content'
import { keptText, textLimits } from '@/lib/domain/content-rules'
import { anAsset } from '@/lib/testing/asset-draft'
import { randomContent } from '@/lib/testing/random-content'
import { accepted } from '@/scripts/sample-city/actors'
import { draftAssets } from './commands'
import { exportLedger } from './export-file-queries'
import { readExport } from './export-schema'
import type { SearchParams } from './search-schema'

/* Assets with the rarest values of every field: taken out and brought back through the doors, nothing is to be changed. */
const count = 300
let city: SmallCity

beforeAll(async () => {
  city = await smallCity()
  const departmentId = city.departmentIds.get('110') ?? 0n
  const drafts = Array.from({ length: count }, (_, at) => ({
    ...anAsset({ departmentId, schemes: city.schemes }),
    content: kept(randomContent(at + 1)),
  }))
  accepted(await draftAssets(await city.may('assetclerk', 'asset.create'), drafts), 'random')
})
afterAll(() => city.end())

/** As the form keeps it; every seventh is a text that other people's files use for "nothing". */
function kept(content: AssetContent): AssetContent {
  const nothings = ['-', '無', '〃', 'なし', '×', '同上', '0']
  let at = content.name.length
  const texts = Object.entries(content).map(([field, value]) => {
    if (!(field in textLimits) || typeof value !== 'string') return [field, value]
    if (field === 'name') return [field, keptText(value) || '名']
    const text = at++ % 7 === 0 ? nothings[at % nothings.length] : keptText(value)
    return [field, text === '' ? null : text]
  })
  return Object.fromEntries(texts) as AssetContent
}

const files: [string, SearchParams][] = [
  ['a workbook', { format: 'xlsx', columns: 'all' }],
  ['a CSV in UTF-8', { format: 'csv', columns: 'all' }],
]

test.each(files)('every row of %s is unchanged', async (_, params) => {
  const exporter = await city.may('assetclerk', 'asset.export')
  const { request } = readExport(params, exporter.viewer.today)
  if (typeof request === 'string') throw new Error(request)
  const file = await exportLedger(exporter, request)
  if ('refused' in file) throw new Error(file.refused)
  const bytes = new Uint8Array(await new Response(file.body).arrayBuffer())
  const importer = await city.may('assetclerk', 'asset.import')
  const brought = await bringImport(city.database, importer, file.name, bytes)
  expect(brought).toMatchObject({ state: 'previewed', failure: null, blanks: 'clear', different: [] })
  expect(brought.counts['unchanged']).toBeGreaterThanOrEqual(count)
})
