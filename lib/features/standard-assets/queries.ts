import 'server-only'
import type { LevelDefinition } from '@/lib/domain/scheme'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import type { StandardAssetEntry } from './schema'

export type StandardAssetRow = StandardAssetEntry & { id: bigint; version: number; level: StandardLevel }
/** The level in words with its rank among `of` levels of its scheme. */
export type StandardLevel = { label: string; rank: number; of: number }

/** The standard school ledger in its own order. */
export async function listStandardAssets(
  actor: May<'standardLedger.read'> | May<'standardLedger.edit'>,
): Promise<StandardAssetRow[]> {
  return read(
    actor,
    (db) => db.$queryRaw<StandardAssetRow[]>`
      select s.id, s.version, s.name, s.importance, s.zone_code as "zoneCode", s.storage_location as "storageLocation",
        s.user_scope as "userScope", s.take_out as "takeOut", s.retention, s.medium,
        jsonb_build_object('label', l.label, 'rank', l.rank, 'of',
          (select count(*) from levels x where x.scheme_id = s.scheme_id and x.axis = 'importance')) as level
      from standard_assets s
      join levels l on l.scheme_id = s.scheme_id and l.axis = 'importance' and l.code = s.importance
      order by s.sort_order, s.id`,
  )
}

export async function findStandardAsset(
  actor: May<'standardLedger.edit'>,
  id: bigint,
): Promise<(StandardAssetEntry & { id: bigint; version: number }) | null> {
  return read(actor, async (db) => {
    const [row] = await db.$queryRaw<(StandardAssetEntry & { id: bigint; version: number })[]>`
      select id, version, name, importance, zone_code as "zoneCode", storage_location as "storageLocation",
        user_scope as "userScope", take_out as "takeOut", retention, medium
      from standard_assets where id = ${id}`
    return row ?? null
  })
}

/** The levels to choose from: importance of the education scheme in force, the strictest first. */
export async function listImportanceLevels(actor: May<'standardLedger.edit'>): Promise<LevelDefinition[]> {
  return read(
    actor,
    (db) => db.$queryRaw<LevelDefinition[]>`
      select l.axis, l.code, l.label, l.rank, l.criterion, l.example
      from levels l join classification_schemes s on s.id = l.scheme_id
      where l.axis = 'importance' and s.family = 'education' and s.status = 'inForce' order by l.rank desc`,
  )
}
