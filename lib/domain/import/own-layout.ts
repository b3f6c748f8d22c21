import { filledColumns, textAt, type SheetRow } from './cells'
import type { SheetLayout } from './find-layout'
import type { HeadMeaning } from './import-field'
import type { HeadUse } from './map-columns'
import type { RowRole } from './row-role'

/** The heads that the portal itself writes, and what each means when it comes back. */
export type OwnColumns = ReadonlyMap<string, HeadMeaning>

/** The head of a ledger that the portal has written: the first line, nothing but its own words, each once. */
export function ownHeads(
  top: readonly SheetRow[],
  own: OwnColumns,
): { layout: SheetLayout; heads: readonly HeadUse[] } | null {
  const [first] = top
  if (first?.line !== 1) return null
  const columns = filledColumns(first)
  const words = columns.map((column) => textAt(first, column))
  if (words.length < 2 || new Set(words).size < words.length || !words.every((word) => own.has(word)))
    return null
  const heads = columns.map((column): HeadUse => {
    const word = textAt(first, column)
    const means = own.get(word)
    const use = means === undefined ? null : { column, means }
    return { column, words: [word], use, how: use === null ? 'none' : 'exact', clash: false }
  })
  if (!heads.some(({ use }) => use?.means === 'name')) return null
  const layout: SheetLayout = {
    title: '',
    asOf: null,
    departmentWords: [],
    nearest: '',
    unit: null,
    headFrom: 1,
    headTo: 1,
    heads: heads.map(({ column, words: said }) => ({ column, words: said })),
    certainty: 'sure',
  }
  return { layout, heads }
}

/** Below such a head every line with anything in it is an asset: no sections, totals or notes. */
export function ownRoleOf(row: SheetRow, headTo: number): RowRole {
  if (filledColumns(row).length === 0) return 'blank'
  return row.line <= headTo ? 'head' : 'data'
}
