import { writeXlsx, type CellStyle, type ColumnDef, type DataValidation, type WriteSheet } from 'hucre/xlsx'
import { colToLetter } from 'hucre/xlsx'
import {
  audienceLabels,
  myNumberUseLabels,
  personalDataLabels,
  takeOutLabels,
  visibilityLabels,
} from '@/lib/labels/asset'
import { exportLabels as words, yesNoLabels } from '@/lib/labels/export'
import {
  ledgerColumns,
  type ChoiceList,
  type ColumnCode,
  type LedgerWords,
} from '@/lib/labels/ledger-columns'
import { axisLabels } from '@/lib/labels/scheme'
import { emptyCellLabels } from '@/lib/labels/zones'
import { levelAxes, type LevelAxis } from '@/lib/domain/scheme'
import type { PouredCell } from '@/lib/platform/spreadsheet/pour-xlsx'
import type { SchemeWords } from './vocabulary-queries'

export type WorkbookFrame = {
  columns: readonly ColumnCode[]
  rows: number
  words: LedgerWords
  schemes: readonly SchemeWords[]
  /** Departments to choose from. */
  departments: readonly { code: string; name: string }[]
  about: readonly (readonly [string, string])[]
  level: string
  author: string
}

const head: CellStyle = {
  font: { name: 'Calibri', size: 11, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '00118F' } },
  alignment: { vertical: 'center', wrapText: true },
  numFmt: '@',
}
const formats = { text: '@', number: '#,##0', date: words.dayFormat } as const
const wrapped: CellStyle = { alignment: { vertical: 'top', wrapText: true }, numFmt: '@' }
/** A sheet's name that a formula takes without quotes: the library writes the print titles so. */
const plainName = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u
/** Rows below the last that can be filled in with the same choices. */
const spare = 1_000

/** The ledger's workbook but for its rows: head, widths, filters, choices, and the sheets that explain it; one sample row. */
export function ledgerTemplate(frame: WorkbookFrame): Promise<Uint8Array> {
  const lists = choiceLists(frame)
  return writeXlsx({
    sheets: [ledgerSheet(frame, lists, sampleSheet(frame)), ...explainingSheets(frame, lists)],
    properties: { title: words.about.ledger, creator: frame.author },
  })
}

type Sheet = { name: string; rows: number; body: readonly (readonly PouredCell[])[] }

/** The same with a sheet for each of several ledgers, all rows in it: for some thousand rows. */
export function ledgersWorkbook(
  frame: Omit<WorkbookFrame, 'rows'>,
  ledgers: readonly Omit<Sheet, 'rows'>[],
): Promise<Uint8Array> {
  const lists = choiceLists(frame)
  const sheets = ledgers.map((ledger) => ledgerSheet(frame, lists, { ...ledger, rows: ledger.body.length }))
  return writeXlsx({
    sheets: [...sheets, ...explainingSheets(frame, lists)],
    properties: { title: words.about.ledger, creator: frame.author },
  })
}

function explainingSheets(frame: Omit<WorkbookFrame, 'rows'>, lists: Lists): WriteSheet[] {
  return [levelsSheet(frame), aboutSheet(frame), choicesSheet(lists)]
}

function sampleSheet({ columns, rows }: WorkbookFrame): Sheet {
  const sample = columns.map((code) => (ledgerColumns[code].kind === 'text' ? '-' : 1))
  return { name: words.sheet.ledger, rows, body: [sample] }
}

function ledgerSheet(
  { columns, level }: Pick<WorkbookFrame, 'columns' | 'level'>,
  lists: Lists,
  { name, rows, body }: Sheet,
): WriteSheet {
  const heads = columns.map((code) => ledgerColumns[code])
  const last = colToLetter(columns.length - 1)
  const cells: WriteSheet['cells'] = new Map()
  heads.forEach(({ kind, label }, at) => {
    cells.set(`0,${at}`, { value: label, style: head })
    const numFmt = label === ledgerColumns.number.label ? '0' : formats[kind]
    const style: CellStyle = { numFmt, alignment: { vertical: 'top' } }
    body.forEach((row, down) => cells.set(`${down + 1},${at}`, { value: row[at] ?? null, style }))
  })
  return {
    name,
    rows: [heads.map(({ label }) => label), ...body.map((row) => [...row])],
    cells,
    columns: heads.map(({ width }): ColumnDef => ({ width })),
    freezePane: { rows: 1, columns: Math.max(0, Math.min(columns.indexOf('name') + 1, 3)) },
    autoFilter: { range: `A1:${last}${rows + 1}` },
    dataValidations: columns.flatMap((code, at) => {
      const { choices } = ledgerColumns[code]
      return choices ? [chooseFrom(lists[choices], colToLetter(at), rows)] : []
    }),
    ...onPaper(level),
    pageSetup: { ...onPaper(level).pageSetup, ...(plainName.test(name) && { printTitlesRow: '$1:$1' }) },
  }
}

function onPaper(level: string) {
  return {
    pageSetup: {
      paperSize: 'a4' as const,
      orientation: 'landscape' as const,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddHeader: `&L${words.about.ledger}&R${level}`, oddFooter: '&R&P / &N' },
  }
}

type Lists = Record<ChoiceList, { column: string; values: readonly string[] }>

type Choosable = Pick<WorkbookFrame, 'words' | 'schemes' | 'departments'>

function choiceLists({ words: said, schemes, departments }: Choosable): Lists {
  const levels = (axis: LevelAxis) => [
    ...new Set(
      schemes.flatMap((scheme) =>
        scheme.levels.filter((each) => each.axis === axis).map(({ label }) => label),
      ),
    ),
  ]
  const values: Record<ChoiceList, readonly string[]> = {
    confidentiality: levels('confidentiality'),
    integrity: levels('integrity'),
    availability: levels('availability'),
    importance: levels('importance'),
    department: [...new Set(departments.map(({ name }) => name))],
    departmentCode: departments.map(({ code }) => code),
    kind: [...said.kinds.values()],
    zone: [...said.zones.values(), emptyCellLabels.notApplicable],
    personalData: Object.values(personalDataLabels),
    myNumberUse: Object.values(myNumberUseLabels),
    takeOut: Object.values(takeOutLabels),
    visibility: Object.values(visibilityLabels),
    audience: Object.values(audienceLabels),
    yesNo: Object.values(yesNoLabels),
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, list], at) => [name, { column: colToLetter(at), values: list }]),
  ) as Lists
}

function chooseFrom(list: Lists[ChoiceList], column: string, rows: number): DataValidation {
  const source = `$${list.column}$2:$${list.column}$${Math.max(2, list.values.length + 1)}`
  return {
    type: 'list',
    range: `${column}2:${column}${rows + 1 + spare}`,
    formula1: `'${words.sheet.choices}'!${source}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: words.notInListTitle,
    errorMessage: words.notInList,
  }
}

function choicesSheet(lists: Lists): WriteSheet {
  const all = Object.entries(lists)
  const depth = Math.max(...all.map(([, { values }]) => values.length))
  const rows = Array.from({ length: depth }, (_, down) => all.map(([, { values }]) => values[down] ?? null))
  return { name: words.sheet.choices, hidden: true, rows: [all.map(([name]) => name), ...rows] }
}

function levelsSheet({ schemes, level }: Pick<WorkbookFrame, 'schemes' | 'level'>): WriteSheet {
  const rows = schemes.flatMap((scheme) =>
    levelAxes.flatMap((axis) =>
      scheme.levels
        .filter((each) => each.axis === axis)
        .map((each) => [
          scheme.label,
          axisLabels[axis],
          each.label,
          each.criterion,
          each.example,
          scheme.restrictions
            .filter((restriction) => restriction.axis === axis && restriction.minRank === each.rank)
            .map(({ text }) => text)
            .join('\n'),
        ]),
    ),
  )
  return textSheet(words.sheet.levels, [[...words.levelsHead], ...rows], [26, 12, 8, 60, 40, 70], level)
}

function aboutSheet({ about, level }: Pick<WorkbookFrame, 'about' | 'level'>): WriteSheet {
  return textSheet(
    words.sheet.about,
    about.map((pair) => [...pair]),
    [20, 90],
    level,
  )
}

function textSheet(name: string, rows: string[][], widths: number[], level: string): WriteSheet {
  const cells: WriteSheet['cells'] = new Map(
    rows.flatMap((row, down) =>
      row.map((value, across) => {
        const isHead = name === words.sheet.about ? across === 0 : down === 0
        return [`${down},${across}`, { value, style: isHead ? head : wrapped }] as const
      }),
    ),
  )
  return { name, rows, cells, columns: widths.map((width) => ({ width })), ...onPaper(level) }
}
