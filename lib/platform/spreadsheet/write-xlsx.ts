import { writeXlsx } from 'hucre/xlsx'

/** A cell as people read it: a text stays a text whatever it begins with; a number can be summed. */
export type WrittenCell = string | number | null
export type WrittenSheet = { name: string; head: string[]; rows: WrittenCell[][] }

const widest = 60
const headStyle = { font: { bold: true }, numFmt: '@' }

/**
 * A workbook of plain tables, made to be printed on A4 landscape. Texts are of the format "text", so that one that begins
 * with = + - @ is no formula, neither here nor after somebody edits the cell.
 */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const written = await writeXlsx({
    sheets: sheets.map(({ name, head, rows }) => ({
      name,
      rows: [head, ...rows],
      columns: head.map((title, at) => ({ width: widthOf([title, ...rows.map((row) => row[at] ?? null)]) })),
      cells: new Map(
        [head, ...rows].flatMap((row, down) =>
          row.flatMap((cell, across) =>
            typeof cell === 'string'
              ? [[`${down},${across}`, { style: down === 0 ? headStyle : { numFmt: '@' } }]]
              : [],
          ),
        ),
      ),
      freezePane: { rows: 1 },
      pageSetup: {
        paperSize: 'a4' as const,
        orientation: 'landscape' as const,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      },
    })),
  })
  return new Uint8Array(written)
}

/** Characters, a full-width one counted as two. */
function widthOf(cells: readonly WrittenCell[]): number {
  const lengths = cells.map((cell) => {
    const text = String(cell ?? '')
    return text.length + (text.match(/[^\u0000-\u00ff]/gu)?.length ?? 0)
  })
  return Math.min(widest, Math.max(8, ...lengths) + 2)
}
