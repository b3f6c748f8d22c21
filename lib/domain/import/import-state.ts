/** Where an import stands; each is one page that a closed browser finds again. */
export const importStates = [
  'uploaded',
  'reading',
  'asking',
  'previewed',
  'queued',
  'committing',
  'done',
  'refused',
  'cancelled',
  'failed',
] as const
export type ImportState = (typeof importStates)[number]

/** What of an import is listed: rows of one kind, rows with a remark, or the lines that are no data. */
export const importShows = [
  'refused',
  'double',
  'new',
  'changed',
  'unchanged',
  'skipped',
  'notices',
  'roles',
] as const
export type ImportShow = (typeof importShows)[number]

/** Reasons to leave a row out that are offered; `other` is written out. */
export const skipReasons = ['disposed', 'double', 'notOurs', 'unclear', 'other'] as const
export type SkipReason = (typeof skipReasons)[number]

/** Why the portal said no to something about an import. */
export type ImportRefusal =
  | 'stale'
  | 'gone'
  | 'notReady'
  | 'changed'
  | 'nothingToDo'
  | 'reasonMissing'
  | 'reachLost'
  | 'tooManyWaiting'
  | 'notPermitted'

/** Why a file was not even taken in. */
export const uploadRefusals = ['noFile', 'tooLarge', 'busy', 'tooManyWaiting', 'gone', 'cutOff'] as const
export type UploadRefusal = (typeof uploadRefusals)[number]

/** Who else a remembered way of reading serves. */
export const mappingShares = ['own', 'department', 'everyone'] as const
export type MappingShare = (typeof mappingShares)[number]
