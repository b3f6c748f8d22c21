import type { SheetRow, SheetShape } from '@/lib/domain/import/cells'

export const encodings = ['utf-8', 'utf-8-bom', 'cp932', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof encodings)[number]

/** A file of which the rows can be read, more than once. */
export type OpenFile = {
  format: 'xlsx' | 'csv' | 'tsv'
  /** Null for .xlsx. `isDoubtful`: some bytes fit no encoding that we know. */
  encoding: Encoding | null
  isDoubtful: boolean
  sheets: readonly OpenSheet[]
}
export type OpenSheet = { shape: SheetShape; rows: () => AsyncGenerator<SheetRow, void, undefined> }
