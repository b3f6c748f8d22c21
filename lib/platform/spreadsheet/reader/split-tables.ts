import type { SheetRow } from '@/lib/domain/import/cells'
import { ownHeads, type OwnColumns } from '@/lib/domain/import/own-layout'
import { rowWithin, tablesWithin, type TablePart } from '@/lib/domain/import/tables-within'
import type { OpenSheet } from './open-file'

/** What a further table adds to the index of its sheet: 3 → 1003, 2003. Its name, lines and columns stay the sheet's. */
const furtherTable = 1_000
const lookedAt = 300
/** Each table is a pass over its sheet: what has more of them is no ledger. */
const mostTables = 20

/** A sheet with several tables as a sheet for each of them, so that each has its own head and columns. */
export async function splitTables(sheet: OpenSheet, own: OwnColumns): Promise<OpenSheet[]> {
  const top: SheetRow[] = []
  for await (const row of sheet.rows()) {
    if (row.cells.size > 0) top.push(row)
    if (top.length >= lookedAt) break
  }
  if (ownHeads(top, own)) return [sheet]
  const parts = tablesWithin(sheet.shape, top)
  return parts.length < 2 || parts.length > mostTables
    ? [sheet]
    : parts.map((part, at) => tableOf(sheet, part, at))
}

function tableOf({ shape, rows }: OpenSheet, part: TablePart, at: number): OpenSheet {
  return {
    shape: { ...shape, index: shape.index + at * furtherTable },
    rows: async function* () {
      for await (const row of rows()) {
        if (row.line > part.toLine) return
        const within = rowWithin(part, row)
        if (within) yield within
      }
    },
  }
}
