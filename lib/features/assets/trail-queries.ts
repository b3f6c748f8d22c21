import type { ReadDb } from '@/lib/platform/reader'

/** {field: [before, after]} as the database recorded it; field = column name. */
export type RecordedChanges = Record<string, [unknown, unknown]>
export type AssetEventRow = {
  id: bigint
  occurredAt: Date
  actor: string | null
  action: string
  reason: string | null
  changes: RecordedChanges
  /** Names for the ids in changes: 'department:12' → 市民課. */
  names: Record<string, string>
}

const trailPage = 20

/** What happened to one asset, the newest first: 20 at a time. */
export async function listAssetEvents(db: ReadDb, number: bigint, before: bigint | null) {
  const rows = await db.$queryRaw<AssetEventRow[]>`
    select id, occurred_at as "occurredAt", actor, action, reason, changes, names
    from asset_trail(${number}, ${before}::bigint, ${trailPage + 1}::int)`
  return {
    events: rows.slice(0, trailPage),
    older: rows.length > trailPage ? rows[trailPage - 1]?.id : undefined,
  }
}
