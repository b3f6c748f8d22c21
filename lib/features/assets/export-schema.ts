import { z } from 'zod'
import { readDate } from '@/lib/domain/japanese-date'
import { columnCodes, screenColumns, type ColumnCode } from '@/lib/labels/ledger-columns'
import { readSearch, searchHref, type AssetSearch, type SearchParams } from './search-schema'

/** What somebody wants to have out of the ledger: a search of the list, and how it is written. All of it lives in the URL. */
const one = z.union([z.string(), z.array(z.string()).transform((given) => given[0])])
const many = z.union([z.string().transform((given) => [given]), z.array(z.string())])
const schema = z.object({
  format: one.pipe(z.enum(['xlsx', 'csv'])).catch('xlsx'),
  columns: one.pipe(z.enum(['screen', 'all', 'chosen'])).catch('screen'),
  column: many.catch([]),
  asOf: one.pipe(z.string().trim().max(40)).catch(''),
  encoding: one.pipe(z.enum(['utf-8-bom', 'cp932'])).catch('utf-8-bom'),
  /** Whether characters that CP932 lacks may be replaced. */
  lacking: one.pipe(z.enum(['refuse', 'replace'])).catch('refuse'),
  /** Why the last press gave no file. */
  refused: one
    .pipe(z.enum(['busy', 'lacking']))
    .optional()
    .catch(undefined),
})
type Wish = z.infer<typeof schema>
export type ExportProblem = 'columns' | 'asOf' | 'future'
export type ExportRequest = Omit<Wish, 'columns' | 'column' | 'asOf' | 'refused'> & {
  search: AssetSearch
  columns: readonly ColumnCode[]
  /** YYYY-MM-DD, the end of which the ledger is shown as of; null = now. */
  asOf: string | null
}
export type ReadExport = { wish: Wish; search: AssetSearch; request: ExportRequest | ExportProblem }

export function readExport(params: SearchParams, today: string): ReadExport {
  const wish = schema.parse(params)
  const search = { ...readSearch(params), after: undefined, before: undefined, panel: undefined }
  return { wish, search, request: requestOf(wish, search, today) }
}

function requestOf(wish: Wish, search: AssetSearch, today: string): ExportRequest | ExportProblem {
  const asOf = readDate(wish.asOf, today)
  if (asOf.kind === 'invalid') return 'asOf'
  if (asOf.kind === 'date' && asOf.date > today) return 'future'
  const columns = columnsOf(wish)
  if (columns.length === 0) return 'columns'
  const { format, encoding, lacking } = wish
  const day = asOf.kind === 'date' ? asOf.date : null
  // What waits for approval waits today: of a past day nothing is said about it.
  return {
    format,
    encoding,
    lacking,
    columns,
    asOf: day,
    search: day ? { ...search, proposed: undefined } : search,
  }
}

function columnsOf({ columns, column }: Wish): readonly ColumnCode[] {
  if (columns === 'all') return columnCodes
  if (columns === 'screen') return screenColumns
  return columnCodes.filter((code) => column.includes(code))
}

/** The same wish as an address below /assets; `change` replaces parts. */
export function exportHref(
  { wish, search }: Pick<ReadExport, 'search'> & { wish?: Partial<Wish> },
  below: '/export' | '/export/file' | '/print' = '/export',
  change: Partial<Wish> = {},
): string {
  const params = new URLSearchParams(searchHref(search).split('?')[1])
  for (const [name, value] of Object.entries({ ...wish, refused: undefined, ...change }))
    for (const each of [value ?? []].flat()) if (each !== '') params.append(name, each)
  const query = params.toString()
  return `/assets${below}${query ? `?${query}` : ''}`
}
