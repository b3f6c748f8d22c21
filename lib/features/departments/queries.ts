import 'server-only'
import type { SuccessionKind } from '@/lib/domain/department'
import type { DepartmentEntry, SuccessionEntry } from '@/lib/domain/organization-plan'
import type { CategoryCode, ExecutiveBodyCode } from '@/lib/domain/reference'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import type { NeededRole } from './search-schema'

/** A department with its history in words; days are YYYY-MM-DD, both included. */
export type DepartmentNode = {
  id: bigint
  code: string
  name: string
  parentId: bigint | null
  bureau: string | null
  categoryCode: CategoryCode
  executiveBodyCode: ExecutiveBodyCode
  /** 0 = a bureau. */
  depth: number
  validFrom: string
  validTo: string | null
  /** What came before (old names) and what came after. */
  formerly: SuccessionNote[]
  successors: SuccessionNote[]
  /** Roles that somebody holds here or for a department above today; only who may read people sees others' grants. */
  heldRoles: NeededRole[]
}
export type SuccessionNote = { code: string; name: string; kind: SuccessionKind; on: string }

/** The tree in reading order: every department under its parent. `day`: those valid on it; null: all that ever were. */
export async function listDepartments(
  actor: May<'organization.read'>,
  day: string | null = actor.viewer.today,
): Promise<DepartmentNode[]> {
  return read(
    actor,
    (db) => db.$queryRaw<DepartmentNode[]>`
      with recursive tree as (
        select d.id, 0 as depth, array[d.code] as path from departments d where d.parent_id is null
        union all
        select d.id, t.depth + 1, t.path || d.code from departments d join tree t on d.parent_id = t.id
      )
      select d.id, d.code, d.name, d.parent_id as "parentId", case when b.id <> d.id then b.name end as bureau,
        d.category_code as "categoryCode", d.executive_body_code as "executiveBodyCode", t.depth,
        d.valid_from::text as "validFrom", d.valid_to::text as "validTo",
        (select coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'name', f.name, 'kind', s.kind, 'on', s.effective_on)
           order by s.effective_on, f.code), '[]')
         from department_successions s join departments f on f.id = s.from_id where s.to_id = d.id) as formerly,
        (select coalesce(jsonb_agg(jsonb_build_object('code', n.code, 'name', n.name, 'kind', s.kind, 'on', s.effective_on)
           order by s.effective_on, n.code), '[]')
         from department_successions s join departments n on n.id = s.to_id where s.from_id = d.id) as successors,
        array(select distinct g.role from department_lines l join grants g on g.department_id = l.ancestor_id
         join people p on p.id = g.person_id and (p.ended_on is null or p.ended_on > app_today())
         where l.department_id = d.id and g.role in ('assetManager', 'assetClerk') and g.valid_from <= app_today()
           and (g.until is null or g.until >= app_today())
           and (g.ended_on is null or g.ended_on > app_today())) as "heldRoles"
      from tree t join departments d on d.id = t.id join departments b on b.id = d.bureau_id
      where ${day}::date is null
        or d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to >= ${day}::date)
      order by t.path`,
  )
}

export type DepartmentOption = { id: bigint; code: string; name: string; bureau: string | null }

/** For choosing one: those valid today, in order of code. */
export async function listDepartmentOptions(actor: May<'organization.read' | 'person.read'>) {
  return read(
    actor,
    (db) => db.$queryRaw<DepartmentOption[]>`
      select d.id, d.code, d.name, case when b.id <> d.id then b.name end as bureau
      from departments d join departments b on b.id = d.bureau_id
      where d.valid_from <= app_today() and (d.valid_to is null or d.valid_to >= app_today())
      order by d.code`,
  )
}

/** Everything that is registered, as a list would name it: what an import compares with. */
export async function listOrganization(
  actor: May<'organization.read'> | May<'organization.manage'>,
): Promise<{ departments: DepartmentEntry[]; successions: SuccessionEntry[] }> {
  return read(actor, async (db) => ({
    departments: await db.$queryRaw<DepartmentEntry[]>`
      select d.code, d.name, d.category_code as "categoryCode", d.executive_body_code as "executiveBodyCode",
        p.code as "parentCode", d.valid_from::text as "validFrom", d.valid_to::text as "validTo"
      from departments d left join departments p on p.id = d.parent_id order by d.code`,
    successions: await db.$queryRaw<SuccessionEntry[]>`
      select s.effective_on::text as "effectiveOn", s.kind, f.code as "fromCode", t.code as "toCode"
      from department_successions s join departments f on f.id = s.from_id join departments t on t.id = s.to_id
      order by s.effective_on, f.code, t.code`,
  }))
}
