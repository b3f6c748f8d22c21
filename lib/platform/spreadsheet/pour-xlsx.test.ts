import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { randomText } from '@/lib/testing/random-text'
import { pourXlsx, type PouredCell } from './pour-xlsx'
import { partsOfZip } from './zip-out'

async function filled(rows: readonly (readonly PouredCell[])[]): Promise<Uint8Array> {
  const template = await writeXlsx({
    sheets: [
      {
        name: 'one',
        rows: [
          ['text', 'count', 'day'],
          ['-', 1, 1],
        ],
        cells: new Map([
          ['1,0', { value: '-', style: { numFmt: '@' } }],
          ['1,2', { value: 1, style: { numFmt: 'yyyy-mm-dd' } }],
        ]),
        freezePane: { rows: 1 },
      },
      { name: 'two', rows: [['beside']] },
    ],
  })
  async function* pages() {
    for (let at = 0; at < rows.length; at += 100) yield await Promise.resolve(rows.slice(at, at + 100))
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of pourXlsx(template, pages())) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const values = async (bytes: Uint8Array) => (await readXlsx(bytes)).sheets.map((sheet) => sheet.rows)

test('rows take the place of the sample, with their texts, numbers and days', async () => {
  const bytes = await filled([
    ['=1+1', 490_000, 46_113],
    [null, null, null],
    ['二\n行 ', 0, 46_113],
  ])
  const [rows, other] = await values(bytes)
  const day = new Date('2026-04-01T00:00:00Z')
  expect(rows).toEqual([
    ['text', 'count', 'day'],
    ['=1+1', 490_000, day],
    [null, null, null],
    ['二\n行 ', 0, day],
  ])
  expect(other).toEqual([['beside']])
})

test('every cell has the format of its column, an empty one and a text too: what is typed into it stays what it is', async () => {
  const { sheets } = await readXlsx(
    await filled([
      ['0330', 1, 46_113],
      [null, null, null],
    ]),
    { readStyles: true },
  )
  const formats = (down: number) => [0, 2].map((at) => sheets[0]?.cells?.get(`${down},${at}`)?.style?.numFmt)
  expect([formats(1), formats(2)]).toEqual([
    ['@', 'yyyy-mm-dd'],
    ['@', 'yyyy-mm-dd'],
  ])
})

test('a text is never a formula, whatever it begins with', async () => {
  const texts = ['=HYPERLINK("http://example.invalid","名簿")', '+1', '-1', '@SUM(1)', '\t=1', "'=1"]
  const bytes = await filled(texts.map((text) => [text, null, null]))
  const workbook = await readXlsx(bytes, { readStyles: true })
  const cells = [...(workbook.sheets[0]?.cells?.values() ?? [])]
  expect(cells.filter((cell) => cell.formula !== undefined)).toEqual([])
  const [rows] = await values(bytes)
  expect(rows?.slice(1).map((row) => row[0])).toEqual(texts)
})

test('every text comes back as it was, the longest that a cell holds too (2,000 texts)', async () => {
  const texts = [...Array.from({ length: 2_000 }, (_, at) => randomText(at + 1)), '台'.repeat(32_767)]
  const [rows] = await values(await filled(texts.map((text) => [text, null, null])))
  expect(rows?.slice(1).map((row) => row[0] ?? '')).toEqual(texts)
})

test('the zip tells the sizes and sums that its parts have', async () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => [`行${at}`, at, null])
  const bytes = await filled(rows)
  const parts = partsOfZip(bytes)
  const sheet = parts.find(({ name }) => name === 'xl/worksheets/sheet1.xml')
  expect(sheet?.size).toBeGreaterThan(sheet?.packed.length ?? 0)
  expect((await values(bytes))[0]).toHaveLength(5_001)
})
