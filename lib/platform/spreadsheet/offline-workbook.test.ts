import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readTicket, ticketOf, type OfflineRow } from '@/lib/domain/offline-answers'
import { answerChoices, offlineSheetWords as words } from '@/lib/labels/offline-sheet'
import { answersWorkbook, type AnswersWorkbook } from './offline-workbook'
import { understandInChild, type ReadingEnd } from './reader/child'
import { readOffline } from './reader/read-offline'
import type { ReaderLine } from './reader/reader-lines'
import { Unreadable } from './reader/unreadable'

const columns = [
  { label: words.number, width: 10 },
  { label: '情報資産の名称', width: 20 },
  { label: words.answer, width: 10, asks: { choices: answerChoices } },
  { label: words.note, width: 20, asks: { choices: null } },
  { label: words.questionHead(2, '鍵はありますか'), width: 10, asks: { choices: ['はい', 'いいえ'] } },
  { label: words.version, width: 6 },
  { label: words.ticket, width: 10 },
]
const school = (name: string, rows: AnswersWorkbook['schools'][number]['rows']) => ({
  school: name,
  rows,
  count: rows.length,
  check: '0a1b2c3d',
})
const book = (more: Partial<AnswersWorkbook> = {}): AnswersWorkbook => ({
  title: '令和8年度 見直し',
  due: '令和8年5月31日',
  level: '自治体機密性3C',
  author: '担当',
  columns,
  schools: [
    school('中央小', [
      [12, '=指導要録', '変更なし', null, 'はい', 3, ticketOf('7', 2, [1])],
      [13, '出席簿', null, null, null, 1, ticketOf('7', 1, [0])],
    ]),
    school('中央小', [[21, '学校だより', '変更する', '場所を変えた', null, 1, ticketOf('7', 1, [0])]]),
  ],
  questions: [['7001', '中央小', 1, '点検した日', '4月20日', ticketOf('7', 4, [])]],
  ...more,
})

type Read = { rows: OfflineRow[]; unread: string[]; reason: ReadingEnd['reason'] }
const nothing = (): Read => ({ rows: [], unread: [], reason: null })
const take = (read: Read, line: ReaderLine) => {
  if (line.t !== 'offline') return
  read.rows.push(...line.rows)
  read.unread.push(...line.unread)
}

async function readBack(bytes: Uint8Array): Promise<Read> {
  const read = nothing()
  try {
    for await (const line of readOffline(bytes)) take(read, line)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    read.reason = error.reason
  }
  return read
}
/** The same by the reading child, as the portal does it. */
async function readByChild(bytes: Uint8Array): Promise<Read> {
  const read = nothing()
  async function* once() {
    yield await Promise.resolve(bytes)
  }
  const words = { departments: [], successions: [], schemes: [] }
  const end = await understandInChild(
    once(),
    { name: 'a.xlsx', today: '2026-04-01', words, sheets: {}, answers: [], holdsAnswers: true },
    (line) => {
      take(read, line)
    },
    AbortSignal.timeout(60_000),
  )
  return { ...read, reason: end.reason }
}
/** The workbook with cells of its second sheet written over: A1 → text. */
async function edited(cells: Record<string, string | number | null>, name?: string) {
  const opened = await openXlsx(await answersWorkbook(book()), { readStyles: true })
  const sheet = opened.sheets[1]
  if (!sheet) throw new Error('there is no sheet')
  if (name !== undefined) sheet.name = name
  for (const [at, value] of Object.entries(cells)) {
    const [column, line] = [at.charCodeAt(0) - 65, Number(at.slice(1)) - 1]
    const row = (sheet.rows[line] ??= [])
    row[column] = value
    sheet.cells?.set(`${line},${column}`, { value, type: value === null ? 'empty' : 'string' })
  }
  return saveXlsx(opened)
}

describe('a workbook of answers', () => {
  test(
    'comes back as it was filled in, sheet by sheet, with its questions',
    { timeout: 60_000 },
    async () => {
      const bytes = await answersWorkbook(book())
      const { rows, unread, reason } = await readByChild(bytes)
      expect(await readBack(bytes)).toEqual({ rows, unread, reason })
      expect({ reason, unread }).toEqual({ reason: null, unread: [] })
      expect(rows.map(({ sheet, number, code }) => [sheet, number ?? code])).toEqual([
        ['中央小', '12'],
        ['中央小', '13'],
        ['中央小 2', '21'],
        ['学校への質問', '7001'],
      ])
      expect(rows[0]).toEqual({
        ...{
          sheet: '中央小',
          line: 2,
          number: '12',
          code: null,
          review: '7',
          assetVersion: 3,
          answerVersion: 2,
        },
        ...{ answer: 'unchanged', note: null, problems: [] },
        given: [{ place: 2, version: 1, value: 'yes' }],
      })
      expect(rows[1]).toMatchObject({ answer: null, given: [{ value: null }] })
      expect(rows[2]).toMatchObject({ answer: 'change', note: '場所を変えた' })
      expect(rows[3]).toMatchObject({ given: [{ place: 1, version: 4, value: '4月20日' }], problems: [] })
    },
  )
  test('has a sheet to sign for each school, and choices to choose from', async () => {
    const { sheets } = await readXlsx(await answersWorkbook(book()))
    expect(sheets.map(({ name }) => name)).toEqual([
      '書き方',
      '中央小',
      '中央小 2',
      '学校への質問',
      '署名 中央小',
      '署名 中央小 2',
      '選択肢',
    ])
    expect(sheets[4]?.rows).toEqual(
      expect.arrayContaining([
        ['学校', '中央小'],
        ['情報資産', '2件'],
        ['照合番号', '0a1b2c3d'],
      ]),
    )
    expect(sheets[1]?.dataValidations?.map(({ range }) => range)).toEqual(['C2:C3', 'E2:E3'])
  })
  test('is read where somebody wrote the answers in other spaces and widths, and lines in another order', async () => {
    const { rows } = await readBack(
      await edited({ C2: ' 廃棄 した', C3: '自分の課ではない', A3: '１３' }, '戻り'),
    )
    expect(rows[0]).toMatchObject({ sheet: '戻り', answer: 'disposed', problems: [] })
    expect(rows[1]).toMatchObject({ answer: 'notOurs', number: '13', problems: [] })
  })
  test.each([
    ['an answer nobody knows', { C2: '済' }, { cell: 'C2', code: 'answerUnknown', written: '済' }],
    ['a number that is none', { A2: '12番' }, { cell: 'A2', code: 'numberUnreadable', written: '12番' }],
    ['no number', { A2: null }, { cell: 'A2', code: 'numberMissing', written: '' }],
    ['a ticket that was changed', { G2: '7-x' }, { cell: 'G2', code: 'ticketMissing', written: '7-x' }],
    ['a reason too long', { D2: 'あ'.repeat(1_001) }, { cell: 'D2', code: 'noteTooLong', written: '' }],
    [
      'an answer to a question too long',
      { E2: 'あ'.repeat(2_001) },
      { cell: 'E2', code: 'givenTooLong', written: '' },
    ],
  ])('says the cell of %s', async (_, cells, problem) => {
    const { rows } = await readBack(await edited(cells))
    expect(rows[0]?.problems).toEqual([problem])
  })
  test('without its heads is named as not read; what is no workbook is refused', async () => {
    expect((await readBack(await edited({ C1: '答', A1: '番' }))).unread).toEqual(['中央小'])
    expect((await readBack(new TextEncoder().encode('a,b\n1,2\n'))).reason).toBe('notASpreadsheet')
    expect((await readBack(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).reason).toBe('oldFormat')
  })
})

test('a ticket reads back as it was written, and anything else does not', () => {
  expect(readTicket(ticketOf('12', 3, [0, 1]))).toEqual({
    review: '12',
    answerVersion: 3,
    givenVersions: [0, 1],
  })
  for (const text of ['', '12', '12-', '-3', '012-3', '12-3.', '12-3.x', '12-3.1.1.1.1.1.1.1', '1e3-1'])
    expect(readTicket(text), text).toBeNull()
})
