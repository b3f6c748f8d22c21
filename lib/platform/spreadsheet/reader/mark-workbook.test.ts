import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { sampleBytes, understand } from '@/lib/testing/reading'
import { markWorkbook, type WorkbookMarks } from './mark-workbook'
import { Unreadable } from './unreadable'

const marks: WorkbookMarks = {
  author: '台帳ポータル',
  cells: [
    {
      sheet: '情報資産台帳',
      cell: 'G127',
      isProblem: true,
      text: '台帳：機密性の「4」は、この体系にありません。',
    },
    { sheet: '情報資産台帳', cell: 'D126', isProblem: true, text: '台帳：情報資産の名称がありません。' },
    { sheet: '情報資産台帳', cell: 'D126', isProblem: false, text: '台帳：もう一つ' },
  ],
  list: {
    name: '直すところ',
    head: ['シート', 'セル'],
    rows: [
      ['情報資産台帳', 'G127'],
      ['情報資産台帳', 'D126'],
      ['情報資産台帳', 'D126'],
    ],
  },
}
const words = { departments: [], successions: [], schemes: [] }

test('the same workbook comes back with its cells coloured and commented, and a list that leads to them', async () => {
  const bytes = new Uint8Array(await sampleBytes('ledger-internal.xlsx'))
  const back = await markWorkbook(bytes, marks)
  const { sheets } = await readXlsx(back, { readStyles: true })
  expect(sheets.map(({ name }) => name)).toEqual(['直すところ', '情報資産台帳'])
  const [list, ledger] = sheets
  expect(ledger?.cells?.get('126,6')?.comment?.text).toContain('この体系にありません')
  expect(ledger?.cells?.get('125,3')?.comment?.text).toBe(
    '台帳：情報資産の名称がありません。\n台帳：もう一つ',
  )
  expect(ledger?.cells?.get('126,6')?.style?.fill).toMatchObject({ fgColor: { rgb: 'FFD9D9' } })
  expect(list?.cells?.get('1,1')?.hyperlink?.location).toBe("'情報資産台帳'!G127")
})

test('brought in again it says the same as before: the list is no ledger, comments change nothing', async () => {
  const bytes = new Uint8Array(await sampleBytes('ledger-internal.xlsx'))
  const [before, after] = [
    await understand(bytes, words),
    await understand(await markWorkbook(bytes, marks), words),
  ]
  const said = ({ rows }: typeof before) =>
    rows.map(({ line, content, problems }) => [line, content, problems])
  expect(before.rows.length).toBe(106)
  expect(said(after)).toEqual(said(before))
})

test('what is no workbook is refused here too', async () => {
  await expect(markWorkbook(new TextEncoder().encode('PK no'), marks)).rejects.toThrow(Unreadable)
})
