import { inflateRawSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import type { AssetContent } from '@/lib/domain/asset-content'
import type { CityWords } from '@/lib/domain/import/city-words'
import { matchHead } from '@/lib/domain/import/match-head'
import type { LedgerRow } from '@/lib/domain/ledger-row'
import { schemeDefinitions } from '@/lib/domain/schemes/definitions'
import { exportLabels } from '@/lib/labels/export'
import { columnCodes, ownColumns, screenColumns } from '@/lib/labels/ledger-columns'
import { csvLines } from '@/lib/platform/spreadsheet/csv-out'
import { replaceLacking } from '@/lib/platform/spreadsheet/cp932'
import { cellPages, textPages } from '@/lib/platform/spreadsheet/ledger-pages'
import { pourXlsx } from '@/lib/platform/spreadsheet/pour-xlsx'
import { partsOfZip } from '@/lib/platform/spreadsheet/zip-out'
import { samplePath, understand } from '@/lib/testing/reading'
import {
  ledgerRowOf,
  randomAsset,
  withTexts,
  wordsOfCity,
  type RandomAsset,
} from '@/lib/testing/random-ledger-row'
import { cityWordsOf } from '@/scripts/city-words'
import { ledgerTemplate } from './export-workbook-queries'

/** What leaves the portal comes back as it was: generated assets with the rarest values of every field. */
const count = 2_000
let words: CityWords
let assets: readonly RandomAsset[]

beforeAll(async () => {
  words = await cityWordsOf({
    organization: samplePath('organization.csv'),
    history: samplePath('organization-history.csv'),
  })
  assets = Array.from({ length: count }, (_, at) => randomAsset(at + 1, words))
})

async function* pagesOf(rows: readonly LedgerRow[]) {
  for (let at = 0; at < rows.length; at += 250) yield await Promise.resolve(rows.slice(at, at + 250))
}
async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return new Uint8Array(Buffer.concat(parts))
}
function csvOf(rows: readonly LedgerRow[], encoding: 'utf-8-bom' | 'cp932', columns = columnCodes) {
  return bytesOf(csvLines(textPages(pagesOf(rows), columns, wordsOfCity(words)), encoding))
}
async function xlsxOf(rows: readonly LedgerRow[], basis = exportLabels.now('令和8年11月23日')) {
  const said = wordsOfCity(words)
  const schemes = schemeDefinitions.map((scheme, at) => ({
    ...scheme,
    id: String(at + 1),
    levels: [...scheme.levels],
    restrictions: [...scheme.restrictions],
  }))
  const departments = words.departments.map(({ code, name }) => ({ code, name }))
  const frame = { columns: columnCodes, rows: rows.length, words: said, schemes, departments, level: '3C' }
  const template = await ledgerTemplate({
    ...frame,
    about: [[exportLabels.about.basis, basis]],
    author: '台帳',
  })
  return bytesOf(pourXlsx(template, cellPages(pagesOf(rows), columnCodes, said)))
}

/** A blank cell of our own layout means that nothing is there; every other must be given as it was. */
function back(read: { content: Partial<AssetContent> }, whole: AssetContent): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(whole).map((field) => [field, read.content[field as keyof AssetContent] ?? null]),
  )
}

async function expectBack(bytes: Uint8Array, written: readonly RandomAsset[], name: string) {
  const { rows, sheets, roles } = await understand(bytes, words, { name })
  const taken = sheets.filter(({ isTaken }) => isTaken)
  expect(taken.map(({ isOwn, isSchemeSure }) => [isOwn, isSchemeSure])).toEqual([[true, true]])
  expect(roles.filter(({ sheet }) => sheet === taken[0]?.index).map(({ role }) => role)).toEqual(['head'])
  expect(rows).toHaveLength(written.length)
  for (const [at, asset] of written.entries()) {
    const read = rows[at]
    if (!read) throw new Error('counted above')
    const which = `${name}, seed ${asset.seed}`
    expect(read.problems, which).toEqual([])
    expect(back(read, asset.content), which).toEqual(asset.content)
    expect(read.number, which).toBe(String(asset.seed))
    expect(read.department?.code, which).toBe(asset.departmentCode)
    expect([read.scheme, read.levels], which).toEqual([asset.scheme, asset.levels])
    expect(read.audience, which).toBe(asset.audience)
    expect(read.reason, which).toBe(asset.reason)
  }
}

test(`every field of ${count} assets comes back from a workbook`, async () => {
  await expectBack(await xlsxOf(assets.map(ledgerRowOf)), assets, 'ledger.xlsx')
}, 60_000)

test('the head of the ledger stands on every sheet of paper', async () => {
  const parts = partsOfZip(await xlsxOf([]))
  const workbook = parts.find(({ name }) => name === 'xl/workbook.xml')
  const xml = new TextDecoder().decode(workbook && inflateRawSync(workbook.packed))
  expect(xml).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">台帳!$1:$1</definedName>')
})

test('a workbook of a past day says so, one of today does not', async () => {
  const few = assets.slice(0, 3).map(ledgerRowOf)
  const [past] = (await understand(await xlsxOf(few, exportLabels.basis('令和7年4月1日')), words)).sheets
  const [now] = (await understand(await xlsxOf(few), words)).sheets
  expect([past?.asOf, now?.asOf]).toEqual(['2025-04-01', null])
})

test(`every field of ${count} assets comes back from a CSV in UTF-8`, async () => {
  await expectBack(await csvOf(assets.map(ledgerRowOf), 'utf-8-bom'), assets, 'ledger.csv')
}, 60_000)

test(`every field of ${count} assets that CP932 can say comes back from it`, async () => {
  const sayable = assets.map((asset) => withTexts(asset, (text) => replaceLacking(text).text))
  await expectBack(await csvOf(sayable.map(ledgerRowOf), 'cp932'), sayable, 'ledger.csv')
}, 60_000)

test('the columns of the screen alone come back, each row under its own scheme', async () => {
  const { rows } = await understand(
    await csvOf(assets.map(ledgerRowOf), 'utf-8-bom', [...screenColumns]),
    words,
    { name: 'ledger.csv' },
  )
  expect(rows.flatMap(({ problems }) => problems)).toEqual([])
  for (const [at, asset] of assets.entries()) {
    const { seed, levels, content } = asset
    expect(rows[at]?.levels, `seed ${seed}`).toEqual(levels)
    expect([rows[at]?.content.name, rows[at]?.content.zone ?? null]).toEqual([content.name, content.zone])
  }
})

test('what people make of our heads is still read by the same words', () => {
  for (const [label, means] of ownColumns) expect(matchHead([label]), label).toEqual({ means, how: 'exact' })
})
