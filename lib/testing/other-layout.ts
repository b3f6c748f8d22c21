import type { MadeSheet } from './random-workbook'

type Grid = readonly (readonly (string | number | null)[])[]
type Sheet = { name: string; grid: Grid; merges?: readonly string[] }
/** 名称, code of the 課, levels, and what else is to be read; `asked`: the fields that a person has to settle. */
export type MeantRow = {
  name: string
  code?: string
  levels?: string
  content?: Readonly<Record<string, string | number | null>>
  asked?: readonly string[]
}
export type OtherLayout = { what: string; sheets: readonly Sheet[]; rows: readonly MeantRow[]; csv?: true }

/** A sheet as the writer of made-up workbooks takes it; merges as Excel names them: D4:F4. */
export function madeSheet({ name, grid, merges = [] }: Sheet): MadeSheet {
  const at = (cell = '') => ({ column: cell.charCodeAt(0) - 65, row: Number(cell.slice(1)) - 1 })
  return {
    name,
    grid: grid.map((row) => [...row]),
    expected: [],
    hiddenRows: [],
    merges: merges.map((range) => {
      const [from, to] = range.split(':').map(at)
      return {
        startRow: from?.row ?? 0,
        startCol: from?.column ?? 0,
        endRow: to?.row ?? 0,
        endCol: to?.column ?? 0,
      }
    }),
  }
}
