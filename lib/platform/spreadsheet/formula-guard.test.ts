import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { randomText } from '@/lib/testing/random-text'
import { csvLines } from './csv-out'
import { guardCell, unguardCell } from './formula-guard'

test('what a spreadsheet takes for a formula gets one quote before it, and what begins with a quote another', () => {
  expect(['=1+1', '+81', '-5', '@x', '\t=1', '\r=1', "'", "'=1", "''a"].map(guardCell)).toEqual([
    "'=1+1",
    "'+81",
    "'-5",
    "'@x",
    "'\t=1",
    "'\r=1",
    "''",
    "''=1",
    "'''a",
  ])
  expect(['住民', '', 'a=1', '＝1', ' =1', '0'].map(guardCell)).toEqual([
    '住民',
    '',
    'a=1',
    '＝1',
    ' =1',
    '0',
  ])
})

test('no guarded cell begins a formula, and every one comes back as it was (20,000 texts)', () => {
  for (let seed = 1; seed <= 20_000; seed++) {
    const text = randomText(seed)
    expect(guardCell(text), `seed ${seed}`).not.toMatch(/^[=+\-@\t\r]/u)
    expect(unguardCell(guardCell(text)), `seed ${seed}`).toBe(text)
  }
})

test('a file of such texts is read back cell by cell', async () => {
  const rows = Array.from({ length: 500 }, (_, at) =>
    Array.from({ length: 4 }, (_each, column) => randomText(at * 4 + column + 1)),
  )
  async function* pages() {
    yield await Promise.resolve(rows)
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of csvLines(pages(), 'utf-8-bom')) chunks.push(chunk)
  const file = Buffer.concat(chunks)
  expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const read: string[][] = parse(file, { bom: true, relax_column_count: false, record_delimiter: '\r\n' })
  expect(read.map((row) => row.map(unguardCell))).toEqual(rows)
})
