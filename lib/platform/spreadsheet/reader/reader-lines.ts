import type { CityWords } from '@/lib/domain/import/city-words'
import type { FileScheme } from '@/lib/domain/import/city-words'
import type { ImportField } from '@/lib/domain/import/import-field'
import type { HeadUse } from '@/lib/domain/import/map-columns'
import type { OfflineRow } from '@/lib/domain/offline-answers'
import type { RowRead } from '@/lib/domain/import/read-row'
import type { RowRole } from '@/lib/domain/import/row-role'
import type { SheetWish } from '@/lib/domain/import/understand-sheet'
import type { WorkbookMarks } from './mark-workbook'
import type { Encoding, OpenFile } from './open-file'
import type { UnreadableReason } from './unreadable'

/** What a file is read with. `sheets` by place: what a person has put right. */
export type ReadWish = {
  name: string
  today: string
  words: CityWords
  encoding?: Encoding
  sheets: Readonly<Record<number, SheetWish>>
  /** One answer for each distinct word that couldn't be read: a code, or a department's code. */
  answers: readonly { field: ImportField; written: string; chosen: string }[]
  /** The file is to be handed back with these marks instead of being understood. */
  marks?: WorkbookMarks
  /** It holds answers of schools to a review. */
  holdsAnswers?: true
}

export type SheetFound = {
  index: number
  name: string
  isHidden: boolean
  isTaken: boolean
  isStandardLedger: boolean
  /** Written by the portal: blank cells are meant to be empty. */
  isOwn: boolean
  headFrom: number
  headTo: number
  certainty: 'sure' | 'doubtful' | 'none'
  title: string
  asOf: string | null
  heads: readonly HeadUse[]
  scheme: FileScheme
  isSchemeSure: boolean
  /** sha-256 of the folded heads by column: under it a mapping is remembered. */
  headHash: string
  /** The first lines as they stand. */
  sample: readonly (readonly string[])[]
}
export type RowFound = Omit<RowRead, 'given' | 'blank'> & {
  /** 1… in the order of sheets and rows. */
  place: number
  sheet: number
  line: number
  /** The texts as they stand, by column (0 = A). */
  cells: Readonly<Record<string, string>>
  given: readonly ImportField[]
  blank: readonly ImportField[]
}
export type RoleFound = { line: number; lines: number; role: Exclude<RowRole, 'data'>; text: string }
/** `candidates`: codes of the departments that bear the name, where there are several. */
export type WordAsked = { field: ImportField; written: string; rows: number; candidates?: readonly string[] }

/** What the reading child writes, one JSON text a line. */
export type ReaderLine =
  | { t: 'file'; format: OpenFile['format']; encoding: Encoding | null; isDoubtful: boolean; sheets: number }
  | ({ t: 'sheet' } & SheetFound)
  | { t: 'roles'; sheet: number; roles: readonly RoleFound[] }
  | { t: 'rows'; rows: readonly RowFound[] }
  | { t: 'asked'; words: readonly WordAsked[] }
  /** A piece of the marked workbook, in base64. */
  | { t: 'marked'; part: string }
  /** Lines of a workbook of answers, and with the last of them the sheets that hold none. */
  | { t: 'offline'; rows: readonly OfflineRow[]; unread: readonly string[] }
  | { t: 'end'; rows: number }
  | { t: 'unreadable'; reason: UnreadableReason; args: readonly string[] }
