import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { cellOf, contentBack, rowsOfCsv, rowsOfXlsx, type WrittenRow } from '@/e2e/support/written-ledger'
import { assetFields } from '@/lib/domain/asset'
import { ledgerFields } from '@/lib/domain/ledger-row'
import { columnCodes, ledgerColumns } from '@/lib/labels/ledger-columns'
import { anAsset } from '@/lib/testing/asset-draft'
import { randomContent } from '@/lib/testing/random-content'
import { accepted } from '@/scripts/sample-city/actors'
import { draftAssets } from './commands'
import { exportLedger } from './export-file-queries'
import { readExport } from './export-schema'
import { contentOf } from './content-queries'
import { findAsset } from './queries'

const rows = 300
let city: SmallCity
let numbers: bigint[]
beforeAll(async () => {
  city = await smallCity()
  const departmentId = city.departmentIds.get('110') ?? 0n
  const drafts = Array.from({ length: rows }, (_, at) => ({
    ...anAsset({ departmentId, schemes: city.schemes }),
    content: randomContent(at + 1),
  }))
  numbers = accepted(
    await draftAssets(await city.may('assetclerk', 'asset.create'), drafts),
    'random',
  ).numbers
})
afterAll(() => city.end())

async function written(format: 'xlsx' | 'csv'): Promise<WrittenRow[]> {
  const actor = await city.may('assetclerk', 'asset.export')
  const { request } = readExport({ format, columns: 'all', state: 'draft' }, actor.viewer.today)
  if (typeof request === 'string') throw new Error(request)
  const file = await exportLedger(actor, request)
  if ('refused' in file) throw new Error(file.refused)
  const bytes = new Uint8Array(await new Response(file.body).arrayBuffer())
  return format === 'csv' ? rowsOfCsv(bytes, 'utf8') : rowsOfXlsx(bytes)
}

test.each(['xlsx', 'csv'] as const)(
  'as %s every field of every asset comes back as it is kept',
  async (format) => {
    const found = new Map((await written(format)).map((row) => [cellOf(row, 'number'), row]))
    const actor = await city.may('assetclerk', 'asset.read')
    for (const number of numbers) {
      const row = found.get(String(number))
      const kept = await findAsset(actor, number)
      if (!row || !kept) throw new Error(`asset ${String(number)} is not there`)
      expect(contentBack(row), `asset ${String(number)}`).toEqual(contentOf(kept.asset))
      expect([cellOf(row, 'departmentCode'), cellOf(row, 'department'), cellOf(row, 'bureau')]).toEqual([
        '110',
        '市民課',
        '市民部',
      ])
      expect([cellOf(row, 'confidentiality'), cellOf(row, 'integrity'), cellOf(row, 'availability')]).toEqual(
        ['2', '1', '1'],
      )
      expect(cellOf(row, 'classificationReason')).toBe(kept.classifications[0]?.reason)
      expect(cellOf(row, 'submittedBy')).toBe('assetclerkさん')
    }
  },
)

test('every field of the form has a place in the row, and no two columns the same head', () => {
  const left = assetFields.filter(
    (field) => !ledgerFields.some((known) => known === field) && field !== 'zoneCode',
  )
  expect(left).toEqual([])
  const heads = columnCodes.map((code) => ledgerColumns[code].label)
  expect(new Set(heads).size).toBe(heads.length)
})
