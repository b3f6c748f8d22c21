import 'server-only'
import type { Role, ScopeKind } from '@/lib/domain/access'
import type { EndingGrant } from '@/lib/domain/grant-renewal'
import { read } from '@/lib/platform/read'
import type { GrantManager } from './commands'

export type RenewableGrant = EndingGrant & {
  id: bigint
  version: number
  role: Role
  scopeKind: ScopeKind
  name: string
  loginId: string
  department: string | null
  bureau: string | null
  executiveBody: string | null
  until: string
}

/** Grants in force whose last day is that day or earlier, by department and name. */
export async function listEndingGrants(actor: GrantManager, lastDay: string): Promise<RenewableGrant[]> {
  return read(
    actor,
    (db) => db.$queryRaw<RenewableGrant[]>`
      select g.id, g.version, g.role, g.scope_kind as "scopeKind", g.until::text as until, p.id as "personId", p.name,
        p.login_id as "loginId", p.ended_on::text as "personEndsOn", d.valid_to::text as "departmentEndsOn",
        d.name as department, b.name as bureau, e.label as "executiveBody"
      from grants g join people p on p.id = g.person_id
      left join departments d on d.id = g.department_id
      left join departments b on b.id = d.bureau_id and b.id <> d.id
      left join executive_bodies e on e.code = g.executive_body_code
      where g.until between app_today() and ${lastDay}::date and p.employment <> 'system'
        and (g.ended_on is null or g.ended_on > app_today())
      order by d.code nulls first, g.role, p.login_id`,
  )
}
