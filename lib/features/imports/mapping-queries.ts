import 'server-only'
import { z } from 'zod'
import { mappingShares } from '@/lib/domain/import/import-state'
import { formatDateWithoutWeekday } from '@/lib/labels/dates'
import { mappingLabels as words, mappingShareLabels } from '@/lib/labels/import-columns'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'

const mapping = z.object({
  id: z.bigint(),
  name: z.string(),
  owner: z.string().nullable(),
  isOwn: z.boolean(),
  head: z.array(z.string()),
  shared: z.enum(mappingShares),
  usedOn: z.string().nullable(),
})

/** The ways of reading that serve this person: their own, their department's, everybody's. */
export async function showMappings(actor: May<'asset.import'>) {
  const rows = await read(
    actor,
    (db) => db.$queryRaw<unknown[]>`
      select id, name, person_name(owner_id) as owner, owner_id = (select viewer_id()) as "isOwn", head, shared,
        to_char(used_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as "usedOn"
      from import_mappings where ended_on is null order by id desc limit 100`,
  )
  return z
    .array(mapping)
    .parse(rows)
    .map(({ id, name, owner, isOwn, head, shared, usedOn }) => ({
      id: String(id),
      name,
      owner: owner ?? '',
      isOwn,
      heads: head.join('、').slice(0, 200),
      shared: mappingShareLabels[shared].label,
      used: usedOn === null ? words.never : formatDateWithoutWeekday(usedOn),
    }))
}
