import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { authorize, may, type May } from '@/lib/platform/authorize'
import { findDepartmentChoices } from '@/lib/features/assets/vocabulary-queries'
import { read } from '@/lib/platform/read'
import type { School, SchoolLine } from './school-schema'

/**
 * The schools of today within somebody's reach, and every asset of theirs that stands, beside its row of the standard
 * ledger: the one it was derived from, else the one of that name. What the standard leaves blank is each school's own
 * affair; the level is always compared. `codes`: only these schools.
 */
export function comparison(codes: readonly string[] | null): Prisma.Sql {
  return Prisma.sql`
    schools as materialized (
      select d.id, d.code, d.name from departments d
      where d.category_code = 'school' and d.valid_from <= app_today() and coalesce(d.valid_to, 'infinity') >= app_today()
        and d.id = any ((select reach('asset.read'))::bigint[])
        and (${codes}::text[] is null or d.code = any (${codes}::text[]))),
    theirs as materialized (
      select a.*, coalesce(derived.id, named.id) as standard_id from assets a
      left join standard_assets derived on derived.id = a.standard_asset_id
      left join standard_assets named on derived.id is null
        and regexp_replace(normalize(named.name, nfkc), '\\s', '', 'g') = regexp_replace(normalize(a.name, nfkc), '\\s', '', 'g')
      where a.department_id in (select id from schools) and a.state in ('draft', 'active')),
    compared as materialized (
      select t.department_id, t.number, t.standard_id, array_remove(array[
        case when t.importance is distinct from s.importance then 'importance' end,
        case when t.zone_code is distinct from s.zone_code and s.zone_code is not null then 'zoneCode' end,
        case when t.medium is distinct from s.medium and s.medium is not null then 'medium' end,
        case when t.storage_location is distinct from s.storage_location and s.storage_location is not null then 'storageLocation' end,
        case when t.user_scope is distinct from s.user_scope and s.user_scope is not null then 'userScope' end,
        case when t.take_out is distinct from s.take_out and s.take_out is not null then 'takeOut' end,
        case when t.retention is distinct from s.retention and s.retention is not null then 'retention' end], null) as fields
      from theirs t join standard_assets s on s.id = t.standard_id)`
}

export async function listSchools(actor: May<'standardLedger.read'>): Promise<SchoolLine[]> {
  return read(
    actor,
    (db) => db.$queryRaw<SchoolLine[]>`
      with ${comparison(null)},
      counted as (
        select department_id, count(*) filter (where not differs) as same, count(*) filter (where differs) as differs
        from (select department_id, standard_id, bool_or(fields <> '{}') as differs from compared group by 1, 2) x
        group by department_id),
      alone as (select department_id, count(*) as own from theirs where standard_id is null group by department_id)
      select s.code, s.name, coalesce(c.same, 0)::int as same, coalesce(c.differs, 0)::int as differs,
        ((select count(*) from standard_assets) - coalesce(c.same + c.differs, 0))::int as missing,
        coalesce(a.own, 0)::int as own
      from schools s left join counted c on c.department_id = s.id left join alone a on a.department_id = s.id
      order by s.code`,
  )
}

/** One school beside the standard ledger; null where it is none, or out of reach. */
export async function findSchool(actor: May<'standardLedger.read'>, code: string): Promise<School | null> {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<School[]>`
      with ${comparison([code])}
      select s.code, s.name,
        coalesce((select jsonb_agg(jsonb_build_object('number', t.number::text, 'name', t.name, 'state', t.state, 'standard', x.name,
            'said', case when x.id is not null then ${values('x', Prisma.raw('x.scheme_id'))} end,
            'school', ${values('t', Prisma.raw('t.scheme_id'))},
            'fields', coalesce(to_jsonb(c.fields), '[]')) order by x.sort_order, x.id, t.number)
          from theirs t left join compared c on c.number = t.number left join standard_assets x on x.id = t.standard_id), '[]') as assets,
        coalesce((select jsonb_agg(jsonb_build_object('name', x.name) order by x.sort_order, x.id) from standard_assets x
          where not exists (select from compared c where c.standard_id = x.id)), '[]') as missing
      from schools s`,
  )
  return row ?? null
}

/** What is compared, of a row of either ledger; the level as the city calls it. */
function values(row: 'x' | 't', scheme: Prisma.Sql): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${row}.${name}`)
  return Prisma.sql`jsonb_build_object('importance', (select l.label from levels l where l.scheme_id = ${scheme}
      and l.axis = 'importance' and l.code = ${column('importance')}), 'zoneCode', ${column('zone_code')},
    'medium', ${column('medium')}, 'storageLocation', ${column('storage_location')}, 'userScope', ${column('user_scope')},
    'takeOut', ${column('take_out')}, 'retention', ${column('retention')})`
}

/** Whether the viewer may bring files in for this school: then they may also let its ledger take the standard's values. */
export async function mayImportFor(actor: May<'standardLedger.read'>, code: string): Promise<boolean> {
  if (!may(actor.viewer, 'asset.import')) return false
  const schools = await findDepartmentChoices(authorize(actor.viewer, 'asset.import'), 'asset.import')
  return schools.some((school) => school.code === code)
}
