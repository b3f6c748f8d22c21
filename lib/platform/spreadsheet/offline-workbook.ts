import { colToLetter, writeXlsx, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx'
import { exportLabels } from '@/lib/labels/export'
import { answerChoices, offlineSheetWords as words } from '@/lib/labels/offline-sheet'
import { paperWords } from '@/lib/labels/offline-paper'
import type { PouredCell } from './pour-xlsx'
import { sheetNames } from './sheet-names'

export type SheetColumn = {
  label: string
  width: number
  /** Filled in by the school, with these words where there is a choice. */
  asks?: { choices: readonly string[] | null }
}
type AnswerSheet = {
  school: string
  rows: readonly (readonly PouredCell[])[]
  /** What the paper says beside it. */
  count: number
  check: string
}
export type AnswersWorkbook = {
  title: string
  due: string
  level: string
  author: string
  columns: readonly SheetColumn[]
  schools: readonly AnswerSheet[]
  /** [code, school, place, question, answer, ticket]; empty where schools themselves are asked nothing. */
  questions: readonly (readonly PouredCell[])[]
}

const base = { name: 'Calibri', size: 11 }
const head: CellStyle = {
  font: { ...base, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '00118F' } },
  alignment: { vertical: 'center', wrapText: true },
  numFmt: '@',
}
const asked: CellStyle = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF7D6' } },
  alignment: { vertical: 'top', wrapText: true },
  numFmt: '@',
}
const plain: CellStyle = { alignment: { vertical: 'top', wrapText: true }, numFmt: '@' }
const large: CellStyle = { font: { ...base, size: 18, bold: true }, numFmt: '@' }
const ruled: CellStyle = {
  alignment: { vertical: 'center', wrapText: true },
  border: { bottom: { style: 'thin', color: { rgb: '1A1A1C' } } },
  numFmt: '@',
}

/** How to write, a sheet a school, a sheet a school to print and sign, and the questions to the schools themselves. */
export function answersWorkbook(book: AnswersWorkbook): Promise<Uint8Array> {
  const { schools, columns } = book
  const lists = [answerChoices, ...columns.flatMap(({ asks }) => (asks?.choices ? [asks.choices] : []))]
  const names = sheetNames([
    words.howToSheet,
    ...schools.map(({ school }) => school),
    ...schools.map(({ school }) => words.signSheet(school)),
  ])
  const nameAt = (at: number) => names[at] ?? String(at)
  return writeXlsx({
    sheets: [
      howToSheet(book),
      ...schools.map((school, at) => schoolSheet(book, school, nameAt(at + 1), lists)),
      ...(book.questions.length > 0 ? [questionsSheet(book)] : []),
      ...schools.map((school, at) => signSheet(book, school, nameAt(at + 1 + schools.length))),
      choicesSheet(lists),
    ],
    properties: { title: book.title, creator: book.author },
  })
}

function schoolSheet(book: AnswersWorkbook, sheet: AnswerSheet, name: string, lists: Lists): WriteSheet {
  const { columns } = book
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  for (const [at, { label, asks }] of columns.entries()) {
    cells.set(`0,${at}`, { value: label, style: head })
    for (const [down, row] of sheet.rows.entries()) {
      const value = row[at] ?? null
      const style = asks ? asked : typeof value === 'number' ? { ...plain, numFmt: '0' } : plain
      cells.set(`${down + 1},${at}`, { value, style })
    }
  }
  return {
    name,
    rows: [columns.map(({ label }) => label), ...sheet.rows.map((row) => [...row])],
    cells,
    columns: columns.map(({ width }) => ({ width })),
    freezePane: { rows: 1, columns: 2 },
    autoFilter: { range: `A1:${colToLetter(columns.length - 1)}${sheet.rows.length + 1}` },
    dataValidations: columns.flatMap(({ asks }, at) => {
      const list = asks?.choices ? lists.indexOf(asks.choices) : -1
      return list < 0 ? [] : [chooseFrom(lists, list, colToLetter(at), sheet.rows.length + 1)]
    }),
    ...onPaper(book, 'landscape'),
  }
}

type Lists = readonly (readonly string[])[]

function chooseFrom(lists: Lists, list: number, column: string, last: number): DataValidation {
  const letter = colToLetter(list)
  return {
    type: 'list',
    range: `${column}2:${column}${Math.max(2, last)}`,
    formula1: `'${exportLabels.sheet.choices}'!$${letter}$2:$${letter}$${(lists[list]?.length ?? 1) + 1}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: exportLabels.notInListTitle,
    errorMessage: exportLabels.notInList,
  }
}

function choicesSheet(lists: Lists): WriteSheet {
  const depth = Math.max(...lists.map(({ length }) => length))
  const rows = Array.from({ length: depth }, (_, down) => lists.map((list) => list[down] ?? null))
  return {
    name: exportLabels.sheet.choices,
    hidden: true,
    rows: [lists.map((_, at) => String(at + 1)), ...rows],
  }
}

function questionsSheet(book: AnswersWorkbook): WriteSheet {
  const heads = [words.code, words.school, words.questionNumber, words.question, words.given, words.ticket]
  return textSheet(
    words.questionsSheet,
    [heads, ...book.questions],
    [12, 28, 12, 50, 50, 14],
    (down, across) => (down === 0 ? head : across === 4 ? asked : plain),
    book,
  )
}

function howToSheet(book: AnswersWorkbook): WriteSheet {
  const rows = [[paperWords.howToTitle(book.title)], ...paperWords.howTo(book.due).map((line) => [line])]
  return textSheet(words.howToSheet, rows, [100], (down) => (down === 0 ? large : plain), book)
}

/** A4, one page: what the head of the school signs. */
function signSheet(book: AnswersWorkbook, { school, count, check }: AnswerSheet, name: string): WriteSheet {
  const rows = paperWords.signing({ title: book.title, school, count, check })
  return textSheet(
    name,
    rows,
    [24, 60],
    (down, across) => (down === 0 ? large : across === 1 ? ruled : plain),
    book,
  )
}

function textSheet(
  name: string,
  rows: readonly (readonly PouredCell[])[],
  widths: readonly number[],
  styleOf: (down: number, across: number) => CellStyle,
  book: AnswersWorkbook,
): WriteSheet {
  const cells: WriteSheet['cells'] = new Map(
    rows.flatMap((row, down) =>
      row.map((value, across) => [`${down},${across}`, { value, style: styleOf(down, across) }] as const),
    ),
  )
  return {
    name,
    rows: rows.map((row) => [...row]),
    cells,
    columns: widths.map((width) => ({ width })),
    ...onPaper(book, 'portrait'),
  }
}

function onPaper({ title, level }: AnswersWorkbook, orientation: 'portrait' | 'landscape') {
  return {
    pageSetup: { paperSize: 'a4' as const, orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddHeader: `&L${title.replaceAll('&', '&&')}&R${level}`, oddFooter: '&R&P / &N' },
  }
}
