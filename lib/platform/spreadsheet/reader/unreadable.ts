/** Why a file as a whole is not read; each has one sentence in lib/labels/import-refusals.ts. */
export const unreadableReasons = [
  'tooLarge',
  'empty',
  'oldFormat',
  'macro',
  'otherFormat',
  'notASpreadsheet',
  'swells',
  'entities',
  'broken',
  'malformed',
  'tooWide',
  'tooManyRows',
  'tooManySheets',
  'tooHeavy',
] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

export class Unreadable extends Error {
  constructor(
    readonly reason: UnreadableReason,
    /** The line of an open quote. */
    readonly args: readonly string[] = [],
  ) {
    super(reason)
  }
}

export function isUnreadableReason(word: string): word is UnreadableReason {
  return unreadableReasons.some((reason) => reason === word)
}

/** Bytes unless said. Beyond them a file is refused, whatever it holds. */
export const readerLimits = {
  fileBytes: 32 << 20,
  unpackedBytes: 256 << 20,
  partBytes: 160 << 20,
  sharedStringBytes: 96 << 20,
  /** A ratio that no workbook reaches, asked only where much would come out. */
  ratio: 200,
  ratioFrom: 16 << 20,
  entries: 2_000,
  sheets: 200,
  columns: 300,
  dataRows: 50_000,
  lines: 1_048_576,
  cells: 4_000_000,
  /** Sum over all rows of the last column used: what rows padded with nothing would cost. */
  paddedCells: 60_000_000,
  merges: 50_000,
  oddCells: 100_000,
  recordBytes: 1 << 20,
} as const
