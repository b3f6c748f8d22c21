import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import type { Encoding } from '@/lib/platform/spreadsheet/reader/open-file'
import type { GridCell } from './ledger-spellings'
import type { MadeSheet } from './random-workbook'
import type { Random } from './random'

/** A workbook of these sheets: merges, hidden rows, some texts as rich text, some as formulas with their result. */
export function workbookOf(sheets: readonly MadeSheet[], random: Random): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map((sheet) => sheetOf(sheet, random)) })
}

function sheetOf({ name, grid, merges, hiddenRows }: MadeSheet, random: Random): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  for (const [row, line] of grid.entries())
    for (const [column, value] of line.entries()) {
      if (typeof value !== 'string' || value.length < 2 || !random.once(12)) continue
      const half = value.length >> 1
      const formula = `T("${value.replaceAll('"', '""')}")`
      cells.set(
        `${row},${column}`,
        random.once(2)
          ? { value, richText: [{ text: value.slice(0, half) }, { text: value.slice(half) }] }
          : { value, formula, formulaResult: value },
      )
    }
  const rowDefs = new Map(hiddenRows.map((row) => [row, { hidden: true }]))
  return { name, rows: grid, merges, cells, rowDefs }
}

/** The same as text; null when the encoding lacks a letter of it. */
export function delimitedOf(
  grid: readonly GridCell[][],
  encoding: Encoding,
  delimiter: ',' | '\t',
): Uint8Array | null {
  const cell = (value: GridCell) => {
    const text =
      value === null ? '' : value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
    return /["\n\r,\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const text = grid.map((line) => `${line.map(cell).join(delimiter)}\r\n`).join('')
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-8-bom') return Buffer.from(`\uFEFF${text}`)
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
  const bytes = iconv.encode(text, 'cp932')
  return iconv.decode(bytes, 'cp932') === text ? bytes : null
}
