import 'server-only'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import type { FoundMapping, ListedMapping } from './mapping-schema'

/** Every mapping that there is, the newest version first. */
export async function listMappings(
  actor: May<'scheme.read'> | May<'scheme.edit'> | May<'review.manage'>,
): Promise<ListedMapping[]> {
  return read(
    actor,
    (db) => db.$queryRaw<ListedMapping[]>`
      select from_code as from, to_code as to, from_label as "fromLabel", to_label as "toLabel", family, whole, used,
        in_force as "inForce" from mapping_pairs()`,
  )
}

type MappingRow = Omit<FoundMapping, 'isUsed'> & { used: boolean }

/** What leads to a version from each earlier one of its scheme, without lines where nothing is written yet. */
export async function findMappingsTo(
  actor: May<'scheme.read'> | May<'scheme.edit'>,
  to: string,
  from: string | null = null,
): Promise<FoundMapping[]> {
  const rows = await read(
    actor,
    (db) => db.$queryRaw<MappingRow[]>`
      with versions as (
        select s.id, s.family, s.effective_on, s.code, jsonb_build_object('code', s.code, 'label', s.label, 'levels', (
          select coalesce(jsonb_agg(jsonb_build_object('axis', l.axis, 'code', l.code, 'label', l.label, 'rank', l.rank)
            order by l.rank desc), '[]') from levels l where l.scheme_id = s.id)) as told
        from classification_schemes s)
      select f.family, f.told as from, t.told as to, coalesce(p.used, false) as used,
        (select coalesce(jsonb_agg(jsonb_build_object('axis', m.axis, 'fromCode', m.from_code, 'condition', m.condition,
          'toCode', m.to_code) order by m.axis, m.from_code, m.condition), '[]') from scheme_mappings m
          where m.from_scheme_id = f.id and m.to_scheme_id = t.id) as lines
      from versions t join versions f on f.family = t.family and f.effective_on < t.effective_on
      left join mapping_pairs() p on p.from_id = f.id and p.to_id = t.id
      where t.code = ${to} and (${from}::text is null or f.code = ${from}::text)
      order by f.effective_on desc`,
  )
  return rows.map(({ used, ...mapping }) => ({ ...mapping, isUsed: used }))
}
