import type { Audience } from '@/lib/domain/asset'
import type { AssetContent } from '@/lib/domain/asset-content'
import type { LevelCodes } from '@/lib/domain/classification'
import type { DisposalMethod } from '@/lib/domain/disposal'
import type { SchemeFamily } from '@/lib/domain/scheme'

/** What a row of a ledger says about an asset in the end, and where the file ordains it, how it came there. */
export type SampleRow = {
  /** Which row of which file: internal 1, school 7001 3 … */
  key: string
  family: SchemeFamily
  content: AssetContent
  departmentCode: string
  levels: LevelCodes
  audience: Audience | null
  /** For what the ledgers don't know: entered on this day under this department. */
  entered?: { on: string; under: string }
  disposal?: { on: string; by: string; method: DisposalMethod }
  /** It stays 下書き. */
  isDraft?: true
}

/** The value that a cell spells, or an error that names the cell: the sample ledgers hold no word we don't know. */
export function valueOf<T>(
  read: { kind: 'value'; value: T } | { kind: 'blank' } | { kind: 'unknown'; text: string },
): T | null {
  if (read.kind === 'unknown') throw new Error(`unknown word: ${read.text}`)
  return read.kind === 'value' ? read.value : null
}
