import { z } from 'zod'
import { importStates } from '@/lib/domain/import/import-state'
import type { CellNotice, CellProblem, Reading } from '@/lib/domain/import/problems'
import { rowRoles } from '@/lib/domain/import/row-role'
import type { ReaderLine, SheetFound } from '@/lib/platform/spreadsheet/reader/reader-lines'
import type { SheetWish } from '@/lib/domain/import/understand-sheet'
import { importCounts } from './schema'

/** What reading a file has found, as the reading job keeps it: the portal's own program wrote it. */
export type FileFound = {
  format: 'xlsx' | 'csv' | 'tsv'
  encoding: Extract<ReaderLine, { t: 'file' }>['encoding']
  isDoubtful: boolean
  asOf: string | null
  sheets: SheetFound[]
  asked: Extract<ReaderLine, { t: 'asked' }>['words']
  rows: number
}
/** What a person has put right about a file. */
export type FileWish = {
  encoding?: NonNullable<FileFound['encoding']>
  sheets?: Partial<Record<string, SheetWish>>
}

/** One import as the database gives it. */
export const importRecord = z.object({
  id: z.bigint(),
  state: z.enum(importStates),
  version: z.number(),
  fileName: z.string(),
  createdAt: z.date(),
  endedAt: z.date().nullable(),
  /** Null until the file was read once. */
  found: z
    .custom<FileFound | Record<string, never>>((given) => typeof given === 'object')
    .transform((given) => ('sheets' in given ? (given as FileFound) : null)),
  wish: z.custom<FileWish>(),
  blanks: z.enum(['keep', 'clear']),
  reason: z.string().nullable(),
  counts: importCounts,
  failure: z.string().nullable(),
  failureArgs: z.array(z.string()).nullable(),
  phase: z.string().nullable(),
  done: z.number().nullable(),
  total: z.number().nullable(),
  cancelAsked: z.boolean(),
  /** The file in whose place this one was sent; and the import that took this one's place. */
  replaces: z.string().nullable(),
  replacedBy: z.bigint().nullable(),
})
export type ImportRecord = z.output<typeof importRecord>

const text = z.string().nullable()
/** One row of a file as the database gives it; `read` and `changes` by column. */
export const rowRecord = z.object({
  place: z.number(),
  sheet: z.number(),
  sheetName: z.string(),
  line: z.number(),
  target: z.enum(['asset', 'standard']),
  kind: z.enum(['new', 'changed', 'unchanged', 'double', 'refused', 'skipped']).nullable(),
  departmentId: z.bigint().nullable(),
  assetNumber: z.bigint().nullable(),
  doubleLine: z.number().nullable(),
  doublePlace: z.number().nullable(),
  cells: z.record(z.string(), z.string()),
  read: z.record(z.string(), z.unknown()),
  levels: z.record(z.string(), z.string()),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  proposes: z.array(z.string()),
  skipReason: text,
  isMended: z.boolean(),
  hasMoved: z.boolean(),
  problems: z.custom<CellProblem[]>(Array.isArray),
  notices: z.custom<CellNotice[]>(Array.isArray),
  readings: z.custom<Reading[]>(Array.isArray),
})
export type RowRecord = z.output<typeof rowRecord>

export const roleRecord = z.object({
  sheet: z.number(),
  line: z.number(),
  lines: z.number(),
  role: z.enum(rowRoles).exclude(['data']),
  text: z.string().nullable(),
})
export type RoleRecord = z.output<typeof roleRecord>
