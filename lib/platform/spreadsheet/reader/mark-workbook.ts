import { openXlsx, saveXlsx, type Cell, type CellStyle, type Sheet } from 'hucre/xlsx'
import { openWorkbook } from './open-workbook'

/** What is to be written beside cells of a workbook, and the list of it all that becomes its first sheet. */
export type WorkbookMarks = {
  author: string
  /** `cell`: as Excel names it, G127. */
  cells: readonly { sheet: string; cell: string; isProblem: boolean; text: string }[]
  list: { name: string; head: readonly string[]; rows: readonly (readonly string[])[] }
}

const fill = (rgb: string): CellStyle => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } })
const red = fill('FFD9D9')
const yellow = fill('FFF4C2')
const head: CellStyle = { font: { bold: true }, numFmt: '@' }
const text: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } }

/**
 * The same workbook with its cells coloured and commented, and a first sheet that lists and links them. Runs in the
 * reading process, on bytes that it looks through first as for reading. @throws {Unreadable}
 */
export async function markWorkbook(bytes: Uint8Array, marks: WorkbookMarks): Promise<Uint8Array> {
  await openWorkbook(bytes)
  const book = await openXlsx(bytes, { readStyles: true })
  for (const mark of marks.cells) {
    const sheet = book.sheets.find(({ name }) => name === mark.sheet)
    const at = placeOf(mark.cell)
    if (sheet && at) markCell(sheet, at, mark, marks.author)
  }
  book.sheets = [listSheet(marks), ...book.sheets.filter(({ name }) => name !== marks.list.name)]
  return saveXlsx(book)
}

function markCell(
  sheet: Sheet,
  { row, column }: { row: number; column: number },
  { isProblem, text: said }: WorkbookMarks['cells'][number],
  author: string,
): void {
  sheet.cells ??= new Map()
  const key = `${row},${column}`
  const value = sheet.rows[row]?.[column] ?? null
  const was: Cell = sheet.cells.get(key) ?? { value, type: value === null ? 'empty' : 'string' }
  const before = was.comment?.author === author ? `${was.comment.text}\n` : ''
  sheet.cells.set(key, {
    ...was,
    style: { ...was.style, ...(isProblem ? red : yellow) },
    comment: { author, text: `${before}${said}` },
  })
}

/** The cell's own place is its link. */
function listSheet({ list, cells: marked }: WorkbookMarks): Sheet {
  const rows = [[...list.head], ...list.rows.map((row) => [...row])]
  const cells = new Map<string, Cell>()
  for (const [down, row] of rows.entries())
    for (const [across, value] of row.entries()) {
      const mark = down > 0 && across === 1 ? marked[down - 1] : undefined
      const location = mark && `'${mark.sheet.replaceAll("'", "''")}'!${mark.cell}`
      cells.set(`${down},${across}`, {
        value,
        type: 'string',
        style: down === 0 ? head : text,
        ...(location === undefined ? {} : { hyperlink: { target: location, location } }),
      })
    }
  const widths = [20, 10, 30, 50, 50]
  return {
    name: list.name,
    rows,
    cells,
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: 1 },
  }
}

function placeOf(cell: string): { row: number; column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(cell) ?? []
  if (letters === undefined || digits === undefined) return null
  let column = -1
  for (let at = 0; at < letters.length; at++) column = (column + 1) * 26 + letters.charCodeAt(at) - 65
  return { row: Number(digits) - 1, column }
}
