import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { writeWorkbook } from './write-xlsx'
import { readWorkbook } from './xlsx'

const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', "=cmd|' /C calc'!A0", '\t=1']

test('what begins like a formula stays a text, with the format of texts', async () => {
  const bytes = await writeWorkbook([{ name: '集計', head: ['課'], rows: dangerous.map((text) => [text]) }])
  const [sheet] = await readWorkbook(bytes)
  expect(sheet).toEqual({ name: '集計', rows: [['課'], ...dangerous.map((text) => [text])] })
  const raw = await readXlsx(bytes, { readStyles: true })
  const cells = [...(raw.sheets[0]?.cells?.values() ?? [])]
  expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([])
})

test('numbers are numbers, and what is absent is an empty cell', async () => {
  const bytes = await writeWorkbook([{ name: 'a', head: ['x', 'y', 'z'], rows: [[12, null, 'b']] }])
  const raw = await readXlsx(bytes)
  expect(raw.sheets[0]?.rows[1]).toEqual([12, null, 'b'])
})
