/** What stands in a cell, as a text; `odd` says why it can't be taken as it is. */
export type CellOddity = 'noResult' | 'errorValue' | 'badCharacter'
export type CellText = { text: string; as: 'text' | 'number' | 'date' | 'yesNo'; odd?: CellOddity }

/** Lines count from 1 as in Excel, columns from 0 (A). A Map: a head called __proto__ is a text like any other. */
export type SheetRow = { line: number; hidden: boolean; cells: ReadonlyMap<number, CellText> }
export type Merge = { fromLine: number; toLine: number; fromColumn: number; toColumn: number }
export type SheetShape = {
  index: number
  name: string
  hidden: boolean
  hiddenColumns: readonly number[]
  merges: readonly Merge[]
}

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

/** `G127`: as Excel names it. */
export function cellName(column: number, line: number): string {
  return `${columnName(column)}${line}`
}

/** The text of a cell without white space around it; '' where there is none. */
export function textAt(row: SheetRow, column: number | null): string {
  return column === null ? '' : (row.cells.get(column)?.text.trim() ?? '')
}

/** The columns of a row that hold something, also what can't be read, from left to right. */
export function filledColumns(row: SheetRow): number[] {
  return [...row.cells]
    .filter(([, { text, odd }]) => odd !== undefined || text.trim() !== '')
    .map(([column]) => column)
    .sort((a, b) => a - b)
}
