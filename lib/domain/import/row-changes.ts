import type { AssetContent } from '../asset-content'
import { keptText } from '../content-rules'
import type { LevelCodes } from '../classification'
import { isAxis } from '../scheme'
import type { FileScheme } from './city-words'
import type { ImportField } from './import-field'
import type { RowRead } from './read-row'

/** Whether a blank cell leaves what is stored (other people's files) or empties it (our own layout). */
export type Blanks = 'keep' | 'clear'
/** Before → after by field. */
export type Changes = Partial<Record<ImportField, readonly [unknown, unknown]>>

/** What an asset can't be without: a blank cell never empties it. */
const neverBlank: ReadonlySet<ImportField> = new Set([
  'name',
  'kindCode',
  'cityWide',
  'visibility',
  'registeredOn',
])

/** Only what has a column is compared. */
export function changesOf(
  row: { content: Partial<AssetContent>; given: Iterable<ImportField>; blank: Iterable<ImportField> },
  before: AssetContent,
  blanks: Blanks,
): Changes {
  const changes: Changes = {}
  const isContent = (field: ImportField): field is keyof AssetContent => field in before
  for (const field of row.given)
    if (isContent(field) && asCompared(row.content[field]) !== asCompared(before[field]))
      changes[field] = [before[field], row.content[field] ?? null]
  if (blanks === 'clear')
    for (const field of row.blank)
      if (isContent(field) && !neverBlank.has(field) && !isNothing(before[field]))
        changes[field] = [before[field], null]
  return changes
}

/** White space around a text and the way lines end are no difference: neither the form nor a file keeps them. */
function asCompared(value: AssetContent[keyof AssetContent] | undefined) {
  return typeof value === 'string' ? keptText(value) || null : (value ?? null)
}

/** 対象外 is what a blank zone becomes where none is needed: a blank cell says the same. */
const isNothing = (value: unknown) => value === null || value === 'notApplicable'

/** Levels compare only under one scheme: 3 of the earlier one is none of 3A, 3B and 3C. */
export function levelChanges(
  row: Pick<RowRead, 'levels' | 'scheme'>,
  asset: { levels: LevelCodes; scheme: FileScheme },
): Changes {
  const changes: Changes = {}
  if (row.scheme !== asset.scheme) return changes
  for (const [axis, code] of Object.entries(row.levels))
    if (isAxis(axis) && code !== asset.levels[axis]) changes[axis] = [asset.levels[axis], code]
  return changes
}
