import type { ImportShow, ImportState, UploadRefusal } from '@/lib/domain/import/import-state'
import type { ProposalState } from '@/lib/domain/proposal'
import type { ImportCounts } from './schema'

type Remark = { cell: string; text: string }
/** One row of a file in words. */
export type ShownImportRow = {
  place: number
  kind: Exclude<ImportShow, 'notices' | 'roles'>
  line: number
  where: string
  sheet: string
  name: string | null
  department: string | null
  /** 「機密性3B」, each axis that the row says. */
  levels: string[]
  problems: { cell: string; what: string; mend: string }[]
  notices: Remark[]
  readings: Remark[]
  changes: { field: string; before: string; after: string; isProposed: boolean }[]
  double: string | null
  skipReason: string | null
  isMended: boolean
  hasMoved: boolean
  isDraft: boolean
  present: { href: string; label: string } | null
}
export type ShownRole = { key: string; where: string; role: string; text: string }

/** What every page of an import shows above. */
export type ShownImport = {
  id: string
  version: string
  state: ImportState
  file: string
  /** Encoding, sheets, 基準日: what was found, in words. */
  facts: string[]
  counts: ImportCounts
  replacedHref: string | null
  /** What is handed back with its cells marked is the file itself; of a .csv only its rows to be mended. */
  isMarkedWhole: boolean
}

export type ShownPreview = {
  show: ImportShow
  tabs: { href: string; label: string; count?: number | undefined; current: boolean }[]
  rows: ShownImportRow[]
  roles: ShownRole[]
  groups: string[]
  nextHref: string | undefined
  firstHref: string | undefined
  /** Distinct words that nobody could read, and how many rows wait for them. */
  asked: { words: number; rows: number }
  /** What of the file as a whole was not clear, and where it is put right. */
  unsure: { text: string; href: string }[]
  /** Rows of the standard ledger that come in with the others. */
  standard: { new: number; changed: number }
  /** Rows mended on these pages. */
  mended: number
  asOf: string | null
  /** The rows were thrown away, 90 days after the end; what is counted stays. */
  isForgotten: boolean
  /** Names the press of the button, so that a second one is the same. */
  request: string
}

export type ShownBundle = { href: string; title: string; items: number; state: ProposalState }
export type ShownProgress = { phase: string | null; done: number; total: number | null; cancelAsked: boolean }
export type ShownImportPage = {
  shown: ShownImport
  progress: ShownProgress
  failure: string | null
  failureArgs: readonly string[]
  /** What of the file is listed, once it is read. */
  preview: ShownPreview | null
  bundles: ShownBundle[]
  done: string | null
  /** Why the mended file was not taken in. */
  refused: UploadRefusal | null
}
