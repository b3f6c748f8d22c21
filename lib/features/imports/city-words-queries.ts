import 'server-only'
import { findReferenceWords } from '@/lib/features/assets/vocabulary-queries'
import type { CityWords } from '@/lib/domain/import/city-words'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'

/** What the city calls things, for reading one row again in the portal. */
export async function findCityWords(actor: May<'asset.import'>): Promise<CityWords> {
  const { departments, schemes, reach } = await findReferenceWords(actor)
  const successions = await read(
    actor,
    (db) => db.$queryRaw<CityWords['successions'][number][]>`
      select to_char(effective_on, 'YYYY-MM-DD') as "effectiveOn", kind, from_id::text as "fromId", to_id::text as "toId"
      from department_successions order by effective_on, id`,
  )
  return { departments, successions, schemes, reach }
}
