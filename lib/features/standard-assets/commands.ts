import 'server-only'
import type { AuditEvent } from '@/lib/platform/audit/event'
import { standardAssetFields } from '@/lib/labels/standard-assets-pages'
import { takeOutLabels } from '@/lib/labels/asset'
import { zoneLabels } from '@/lib/labels/zones'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'
import type { FieldConflict } from '@/lib/platform/form-state'
import type { StandardAssetEdit, StandardAssetEntry } from './schema'

export type AddStandardRefusal = 'nameTaken' | 'noScheme' | 'unknownLevel' | 'nothingToDo'
export type EditStandardRefusal = 'notFound' | 'stale' | 'nameTaken' | 'noScheme' | 'unknownLevel'

/** Adds rows at the end of the standard school ledger, classified by the education scheme in force. */
export async function addStandardAssets(
  actor: May<'standardLedger.edit'>,
  entries: readonly StandardAssetEntry[],
): Promise<Outcome<{ ids: bigint[] }, AddStandardRefusal>> {
  return change(
    actor,
    async (db) => {
      const scheme = await schemeInForce(db)
      if (!scheme) return { refused: 'noScheme' }
      if (!entries.every((entry) => scheme.levels.has(entry.importance))) return { refused: 'unknownLevel' }
      const names = entries.map((entry) => entry.name)
      const taken = await db.standardAsset.count({ where: { name: { in: names } } })
      if (taken > 0 || new Set(names).size < names.length) return { refused: 'nameTaken' }
      const last = await db.standardAsset.aggregate({ _max: { sortOrder: true } })
      const start = (last._max.sortOrder ?? 0) + 1
      const rows = await db.standardAsset.createManyAndReturn({
        data: entries.map((entry, at) => ({ ...entry, schemeId: scheme.id, sortOrder: start + at })),
        select: { id: true },
      })
      const [first, ...others] = rows.map(({ id }) => about('standardAsset.added', id))
      return first
        ? { result: { ids: rows.map(({ id }) => id) }, events: [first, ...others] }
        : { refused: 'nothingToDo' }
    },
    atLength,
  )
}

/** Changes one row; a stale form is told what differs. The row follows the scheme in force from then on. */
export async function editStandardAsset(
  actor: May<'standardLedger.edit'>,
  { id, version, ...fields }: StandardAssetEdit,
): Promise<Outcome<{ id: bigint }, EditStandardRefusal>> {
  return change(actor, async (db) => {
    const stored = await db.standardAsset.findUnique({ where: { id }, select: editable })
    if (!stored) return { refused: 'notFound' }
    if (stored.version !== version)
      return {
        refused: 'stale',
        conflict: conflictsOf(stored, fields),
        values: { version: String(stored.version) },
      }
    const scheme = await schemeInForce(db)
    if (!scheme) return { refused: 'noScheme' }
    if (!scheme.levels.has(fields.importance)) return { refused: 'unknownLevel' }
    if ((await db.standardAsset.count({ where: { name: fields.name, id: { not: id } } })) > 0)
      return { refused: 'nameTaken' }
    const { count } = await db.standardAsset.updateMany({
      where: { id, version },
      data: { ...fields, schemeId: scheme.id },
    })
    if (count !== 1) return { refused: 'stale' }
    return { result: { id }, events: [about('standardAsset.edited', id)] }
  })
}

async function schemeInForce(db: WriteDb) {
  const scheme = await db.classificationScheme.findFirst({
    where: { family: 'education', status: 'inForce' },
    select: { id: true },
  })
  if (!scheme) return null
  const levels = await db.level.findMany({
    where: { schemeId: scheme.id, axis: 'importance' },
    select: { code: true },
  })
  return { id: scheme.id, levels: new Set(levels.map((level) => level.code)) }
}

const editable = {
  version: true,
  name: true,
  importance: true,
  zoneCode: true,
  storageLocation: true,
  userScope: true,
  takeOut: true,
  retention: true,
  medium: true,
} as const
type Fields = Record<keyof StandardAssetEntry, string | null>

function conflictsOf(stored: Fields, typed: Fields): FieldConflict[] {
  const fields = Object.keys(standardAssetFields) as (keyof Fields)[]
  return fields
    .filter((field) => stored[field] !== typed[field])
    .map((field) => ({
      field,
      label: standardAssetFields[field],
      theirs: inWords(field, stored[field]),
      yours: inWords(field, typed[field]),
    }))
}

function inWords(field: keyof Fields, value: string | null): string {
  const words: Record<string, string> =
    field === 'zoneCode' ? zoneLabels : field === 'takeOut' ? takeOutLabels : {}
  return value === null ? '' : (words[value] ?? value)
}

function about(action: string, subjectId: bigint): AuditEvent {
  return { action, subjectType: 'standard_assets', subjectId }
}
