import { filledColumns, textAt, type SheetRow, type SheetShape } from './cells'
import { findLayout, type HeadWords, type SheetLayout } from './find-layout'
import type { HeadMeaning } from './import-field'
import { exactHead, foldHead, matchHead } from './match-head'

/** One of several tables on a sheet: its lines and columns; what stands above the first one is above all of them. */
export type TablePart = {
  titleTo: number
  fromLine: number
  toLine: number
  fromColumn: number
  toColumn: number
}

const all = { titleTo: 0, fromLine: 1, toLine: Infinity, fromColumn: 0, toColumn: Infinity }

/** The tables of a sheet, below each other or side by side; one, the whole sheet, where it has no more. */
export function tablesWithin(shape: SheetShape, top: readonly SheetRow[]): TablePart[] {
  const layout = findLayout(shape, top.slice(0, 60))
  if (layout.certainty === 'none') return [all]
  const below = tablesBelow(shape, top, layout)
  return below.flatMap((part) => {
    const rows = top.filter(({ line }) => line >= part.fromLine && line <= part.toLine)
    const own = below.length === 1 ? layout : findLayout(shape, rows.slice(0, 60))
    return blocksOf(own).map((block) => ({
      ...part,
      titleTo: Math.max(part.titleTo, block.titleTo),
      ...columnsOf(block),
    }))
  })
}

type Block = { titleTo: number; fromColumn: number; toColumn: number }
const columnsOf = ({ fromColumn, toColumn }: Block) => ({ fromColumn, toColumn })

/** The rows that are of a table: its own, of its columns, below the title of the sheet. */
export function rowWithin(
  { titleTo, fromLine, toLine, fromColumn, toColumn }: TablePart,
  row: SheetRow,
): SheetRow | null {
  if (row.line <= titleTo) return row
  if (row.line < fromLine || row.line > toLine) return null
  if (fromColumn === 0 && toColumn === Infinity) return row
  return {
    ...row,
    cells: new Map([...row.cells].filter(([column]) => column >= fromColumn && column <= toColumn)),
  }
}

/** A head further down that says something else of its columns begins another table. */
function tablesBelow(shape: SheetShape, top: readonly SheetRow[], first: SheetLayout): TablePart[] {
  const titleTo = first.headFrom - 1
  const parts: TablePart[] = [{ ...all, titleTo }]
  let { heads, headTo } = first
  for (const [at, row] of top.entries()) {
    if (row.line <= headTo || !isHeadOfItsOwn(row, heads)) continue
    const rest = top.slice(at, at + 60)
    const next = findLayout(shape, rest)
    if (next.certainty === 'none' || next.headFrom !== row.line) continue
    const fromLine = startOf(top, at, headTo, heads)
    const last = parts.at(-1)
    if (last) last.toLine = fromLine - 1
    parts.push({ ...all, titleTo, fromLine })
    ;({ heads, headTo } = next)
  }
  return parts
}

/** The lines of one text right above a head are its title, unless it stands where names do. */
function startOf(top: readonly SheetRow[], at: number, headTo: number, heads: readonly HeadWords[]): number {
  const name = heads.find(({ words }) => matchHead(words)?.means === 'name')?.column
  let from = top[at]?.line ?? 0
  for (const row of [top[at - 1], top[at - 2]]) {
    const columns = row ? filledColumns(row) : []
    if (!row || row.line <= headTo || columns.length !== 1 || columns[0] === name) break
    from = row.line
  }
  return from
}

function isHeadOfItsOwn(row: SheetRow, heads: readonly HeadWords[]): boolean {
  const columns = filledColumns(row)
  if (columns.length < 4 || columns.some((column) => textAt(row, column).length > 40)) return false
  const meanings: (HeadMeaning | null)[] = []
  let others = 0
  for (const column of columns) {
    const means = exactHead(textAt(row, column))
    if (means === null && ++others * 2 > columns.length) return false
    meanings.push(means)
  }
  const known = new Set(meanings.filter((means) => means !== null))
  if (known.size < 3 || !known.has('name')) return false
  return columns.some((column, at) => {
    const words = heads.find((head) => head.column === column)?.words ?? []
    const text = foldHead(textAt(row, column))
    const isSame = words.some((word) => foldHead(word) === text)
    return !isSame && meanings[at] !== null && matchHead(words)?.means !== meanings[at]
  })
}

/** The same heads once more to the right, 名称 among them: two tables side by side. */
function blocksOf({ heads, headFrom }: SheetLayout): Block[] {
  const whole = [{ titleTo: 0, fromColumn: 0, toColumn: Infinity }]
  const said = heads.map(({ column, words }) => ({ column, text: words.map(foldHead).join('\n'), words }))
  const names = said.filter(({ words }) => matchHead(words)?.means === 'name')
  const [one] = names
  const other = names.find(({ text }, at) => at > 0 && text === one?.text)
  if (!one || !other) return whole
  const step = other.column - one.column
  const at = new Map(said.map(({ column, text }) => [column, text]))
  const repeated = said.filter(({ column, text }) => at.get(column - step) === text)
  const from = Math.min(...repeated.map(({ column }) => column))
  const inFirst = repeated.filter(({ column }) => column - step < from)
  if (inFirst.length < 3 || from - step < 0) return whole
  const starts = [0]
  for (
    let start = from;
    repeated.some(({ column }) => column >= start && column < start + step);
    start += step
  )
    starts.push(start)
  return starts.map((start, index) => ({
    titleTo: headFrom - 1,
    fromColumn: start,
    toColumn: (starts[index + 1] ?? Infinity) - 1,
  }))
}
