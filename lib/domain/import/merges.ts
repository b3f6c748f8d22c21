import type { CellText, Merge, SheetRow } from './cells'

export type FillsMerges = (row: SheetRow) => SheetRow

/**
 * Gives every cell of a merge the text of its first cell, for rows that come in order. `across` also to the right
 * (heads); without, only downwards (a department that stands once for many rows).
 */
export function mergeFiller(merges: readonly Merge[], across: boolean): FillsMerges {
  const waiting = merges
    .filter((merge) => across || merge.toLine > merge.fromLine)
    .sort((a, b) => a.fromLine - b.fromLine)
  let next = 0
  let active: { merge: Merge; cell: CellText }[] = []
  return (row) => {
    active = active.filter(({ merge }) => row.line <= merge.toLine)
    for (; next < waiting.length; next++) {
      const merge = waiting[next]
      if (merge === undefined || merge.fromLine > row.line) break
      const cell = merge.fromLine === row.line ? row.cells.get(merge.fromColumn) : undefined
      if (cell && cell.text !== '') active.push({ merge, cell })
    }
    if (active.length === 0) return row
    const cells = new Map(row.cells)
    for (const { merge, cell } of active) {
      const to = across ? Math.min(merge.toColumn, merge.fromColumn + 400) : merge.fromColumn
      for (let column = merge.fromColumn; column <= to; column++)
        if ((cells.get(column)?.text ?? '') === '') cells.set(column, cell)
    }
    return { ...row, cells }
  }
}
