import type { SmallCity } from './small-city'

/** What the trail says of one row, in order. */
export async function recordedOf(city: SmallCity, subjectType: string, subjectId: bigint) {
  const { rows } = await city.database.ownerPool.query<{
    action: string
    changes: Record<string, unknown[]>
  }>('select action, changes from audit_events where subject_type = $1 and subject_id = $2 order by id', [
    subjectType,
    subjectId.toString(),
  ])
  return rows
}

/** How many events there are: what is refused leaves none. */
export async function countEvents(city: SmallCity): Promise<number> {
  const { rows } = await city.database.ownerPool.query<{ count: string }>('select count(*) from audit_events')
  return Number(rows[0]?.count)
}
