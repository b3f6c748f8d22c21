import type { LedgerRow } from '@/lib/domain/ledger-row'
import { ledgerColumns, type ColumnCode, type LedgerWords } from '@/lib/labels/ledger-columns'
import type { PouredCell } from './pour-xlsx'

type Pages = AsyncIterable<readonly LedgerRow[]>

/** Rows of the ledger as the texts of a CSV, its head first. */
export async function* textPages(pages: Pages, columns: readonly ColumnCode[], said: LedgerWords) {
  const wanted = columns.map((code) => ledgerColumns[code])
  yield [wanted.map(({ label }) => label)]
  for await (const page of pages)
    yield page.map((row) => wanted.map((column) => column.write(row, said) ?? ''))
}

/** Rows of the ledger as the cells of a workbook, below its head. */
export async function* cellPages(pages: Pages, columns: readonly ColumnCode[], said: LedgerWords) {
  const wanted = columns.map((code) => ledgerColumns[code])
  for await (const page of pages)
    yield page.map((row) => wanted.map((column) => cellOf(column.kind, column.write(row, said))))
}

/** Excel counts days from 1899-12-30 (right from March 1900 on) and keeps 15 digits of a number; beyond, a text says it. */
function cellOf(kind: 'text' | 'number' | 'date', text: string | null): PouredCell {
  if (text === null || kind === 'text') return text
  if (kind === 'number') return text.length <= 15 ? Number(text) : text
  return text >= '1900-03-01' ? Date.parse(text) / 86_400_000 + 25_569 : text
}
