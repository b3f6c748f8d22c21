import { filledColumns, textAt, type SheetRow } from './cells'
import type { ColumnUse } from './import-field'

const carried: ReadonlySet<ColumnUse['means']> = new Set<ColumnUse['means']>(['department', 'bureau'])

/**
 * The columns of 所管課 and 部局 that are written only where they change, and left blank below (as a merge becomes in a
 * CSV): the first row says it, two at least are blank, and no row says what the row before it has said.
 */
export function carriedColumns(uses: readonly ColumnUse[], below: readonly SheetRow[]): ReadonlySet<number> {
  const name = uses.find(({ means }) => means === 'name')?.column ?? null
  const rows = below.filter((row) => textAt(row, name) !== '' && filledColumns(row).length > 1)
  const isCarried = ({ column, means }: ColumnUse) => {
    const texts = rows.map((row) => textAt(row, column))
    const said = texts.filter((text) => text !== '')
    const repeats = said.some((text, at) => at > 0 && text === said[at - 1])
    return (
      carried.has(means) && texts[0] !== '' && said.length > 0 && texts.length - said.length >= 2 && !repeats
    )
  }
  return new Set(uses.filter(isCarried).map(({ column }) => column))
}

/** Gives a blank in such a column what stands above it, until a section begins; `told` says which were given. */
export function carryDown(columns: ReadonlySet<number>) {
  let above = new Map<number, NonNullable<ReturnType<SheetRow['cells']['get']>>>()
  return {
    sectionBegins: () => {
      above = new Map()
    },
    fill: (row: SheetRow): { row: SheetRow; told: number[] } => {
      const cells = new Map(row.cells)
      const told: number[] = []
      for (const column of columns) {
        const cell = cells.get(column)
        const before = above.get(column)
        if (cell && cell.text.trim() !== '') above.set(column, cell)
        else if (before) {
          cells.set(column, before)
          told.push(column)
        }
      }
      return { row: told.length > 0 ? { ...row, cells } : row, told }
    },
  }
}
