import 'server-only'
import type { Role, ScopeKind } from '@/lib/domain/access'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import type { PeopleSearch } from './search-schema'
import type { KnownPerson } from './import-schema'

/** A role with the words for where it counts. Days are YYYY-MM-DD, `until` included. */
export type HeldGrant = {
  id: string
  version: number
  role: Role
  scopeKind: ScopeKind
  department: string | null
  bureau: string | null
  executiveBody: string | null
  validFrom: string
  until: string | null
  endedOn: string | null
  grantedBy: string | null
}
export type PersonRow = {
  id: bigint
  version: number
  loginId: string
  employeeNumber: string | null
  name: string
  kana: string | null
  employment: 'regular' | 'fiscalYear' | 'outsourced' | 'system'
  mail: string | null
  endedOn: string | null
  grants: HeldGrant[]
}
export type PeoplePage = {
  rows: PersonRow[]
  found: number
  next: string | undefined
  previous: string | undefined
}

export const peoplePageSize = 50

/** One page of the people who match, in order of login ID; only grants that count today or later are shown. */
export async function listPeople(actor: May<'person.read'>, search: PeopleSearch): Promise<PeoplePage> {
  const backward = search.before !== undefined
  const place = search.after ?? search.before ?? null
  return read(actor, async (db) => {
    const rows = await db.$queryRaw<(PersonRow & { found: bigint })[]>`
      with open_grants as (
        select g.* from grants g
        where (g.until is null or g.until >= app_today()) and (g.ended_on is null or g.ended_on > app_today())
      ), matching as (
        select p.id, p.login_id from people p
        where p.employment <> 'system'
          and (${search.ended} or p.ended_on is null or p.ended_on > app_today())
          and (${search.q} = '' or position(fold_text(${search.q}) in fold_text(
            concat_ws(' ', p.name, p.kana, p.login_id, p.employee_number, p.mail))) > 0)
          and (${search.role} = '' or exists (
            select from open_grants g where g.person_id = p.id and g.role = ${search.role}))
          and (${search.department}::bigint is null or exists (
            select from open_grants g join department_lines l on l.department_id = g.department_id
            where g.person_id = p.id and l.ancestor_id = ${search.department}::bigint))
          and (${search.state} <> 'ending' or exists (
            select from open_grants g where g.person_id = p.id and g.until <= app_today() + 60))
          and (${search.state} <> 'none' or not exists (select from open_grants g where g.person_id = p.id))
      ), chosen as (
        select m.*, (select count(*) from matching) as found from matching m
        where ${place}::text is null
          or case when ${backward} then m.login_id collate "C" < ${place} else m.login_id collate "C" > ${place} end
        order by case when ${backward} then m.login_id end collate "C" desc, m.login_id collate "C"
        limit ${peoplePageSize + 1}
      )
      select p.id, p.version, p.login_id as "loginId", p.employee_number as "employeeNumber", p.name, p.kana, p.employment,
        p.mail, p.ended_on::text as "endedOn", c.found, coalesce((
          select jsonb_agg(jsonb_build_object('id', g.id::text, 'version', g.version, 'role', g.role,
            'scopeKind', g.scope_kind, 'department', d.name, 'bureau', b.name, 'executiveBody', e.label,
            'validFrom', g.valid_from, 'until', g.until, 'endedOn', g.ended_on, 'grantedBy', null) order by g.id)
          from open_grants g left join departments d on d.id = g.department_id
          left join departments b on b.id = d.bureau_id and b.id <> d.id
          left join executive_bodies e on e.code = g.executive_body_code
          where g.person_id = p.id), '[]') as grants
      from chosen c join people p on p.id = c.id order by p.login_id collate "C"`
    const more = rows.length > peoplePageSize
    const shown = backward ? rows.slice(more ? 1 : 0) : rows.slice(0, peoplePageSize)
    return {
      rows: shown,
      found: Number(rows[0]?.found ?? 0),
      next: backward || more ? shown.at(-1)?.loginId : undefined,
      previous: (backward && more) || search.after !== undefined ? shown[0]?.loginId : undefined,
    }
  })
}

/** A person with every grant, the ended ones too, newest first; null when there is none. */
export async function findPerson(
  actor: May<'person.read'> | May<'person.manage'>,
  id: bigint,
): Promise<PersonRow | null> {
  return read(actor, async (db) => {
    const [row] = await db.$queryRaw<PersonRow[]>`
      select p.id, p.version, p.login_id as "loginId", p.employee_number as "employeeNumber", p.name, p.kana, p.employment,
        p.mail, p.ended_on::text as "endedOn", coalesce((
          select jsonb_agg(jsonb_build_object('id', g.id::text, 'version', g.version, 'role', g.role,
            'scopeKind', g.scope_kind, 'department', d.name, 'bureau', b.name, 'executiveBody', e.label,
            'validFrom', g.valid_from, 'until', g.until, 'endedOn', g.ended_on,
            'grantedBy', person_name(g.granted_by)) order by g.ended_on desc nulls first, g.id desc)
          from grants g left join departments d on d.id = g.department_id
          left join departments b on b.id = d.bureau_id and b.id <> d.id
          left join executive_bodies e on e.code = g.executive_body_code
          where g.person_id = p.id), '[]') as grants
      from people p where p.id = ${id} and p.employment <> 'system'`
    return row ?? null
  })
}

/** Everybody as a list of people would name them: what an import compares with. */
export async function listKnownPeople(
  actor: May<'person.read'> | May<'person.manage'>,
): Promise<KnownPerson[]> {
  return read(
    actor,
    (db) => db.$queryRaw<KnownPerson[]>`
      select p.login_id as "loginId", p.name, p.mail, (p.ended_on is not null) as "hasEnded",
        coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'departmentId', g.department_id::text))
          from grants g where g.person_id = p.id and (g.until is null or g.until >= app_today())
            and (g.ended_on is null or g.ended_on > app_today())), '[]') as grants
      from people p`,
  )
}
