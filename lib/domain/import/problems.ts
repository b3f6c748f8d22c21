import type { ImportField } from './import-field'

/** What keeps a row from coming in; each has words in lib/labels/import-problems.ts. */
export const problemCodes = [
  'nameMissing',
  'unknownLevel',
  'levelOfEarlier',
  'becameDate',
  'unknownZone',
  'unknownKind',
  'unknownChoice',
  'unknownMark',
  'marksContradict',
  'severalMarked',
  'notAName',
  'notACount',
  'notHours',
  'noSuchDay',
  'notADate',
  'yearNeedsFourDigits',
  'tooLong',
  'badCharacter',
  'noResult',
  'errorValue',
  'departmentMissing',
  'unknownDepartment',
  'ambiguousDepartment',
  'closedDepartment',
  'severalSuccessors',
  'numberUnknown',
  'numberOfAnother',
  'departmentMoves',
  'assetEnded',
  'severalMatch',
  'notYours',
  'restrictedNotYours',
  'standardNotYours',
  'importanceMissing',
  'alreadyProposed',
  'judgeAnew',
  'subjectsWithoutPersonal',
  'myNumberUseOnlySpecific',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** Read, but worth a word to whoever wrote it. */
export const noticeCodes = [
  'successor',
  'bureauDiffers',
  'eraNotYetBegun',
  'eraEnded',
  'weekdayDiffers',
  'futureDate',
  'approximate',
  'looksLikeFormula',
  'zoneNotEntered',
  'levelsMissing',
  'matchedWithoutMedium',
  'sameNameEnded',
  'alreadyNew',
  'hiddenRow',
  'onlyPart',
  'sectionUsed',
  'withinReach',
  'kindOfSection',
  'carriedDown',
] as const
export type NoticeCode = (typeof noticeCodes)[number]

export type CellProblem = {
  cell: string
  field: ImportField
  code: ProblemCode
  written: string
  args?: readonly string[]
}
export type CellNotice = {
  cell: string
  field: ImportField
  code: NoticeCode
  written: string
  args?: readonly string[]
}
/** Written otherwise than it is stored, and nothing more: ３Ｂ → 3B. */
export type Reading = { cell: string; field: ImportField; written: string; readAs: string }

/** Why two rows of a file, or a row and the ledger, count as one asset or not. */
export const outcomeKinds = ['new', 'changed', 'unchanged', 'double', 'refused'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]
