import { type Scope } from '@/lib/domain/access'
import { allowedScopes } from '@/lib/domain/granting'
import { personColumns, personFileLabels as words } from '@/lib/labels/people-file'
import type { LineProblem } from '@/lib/platform/spreadsheet/file-rows'
import type { NewGrant } from '@/lib/features/grants/schema'
import type { NewPerson, PersonLine } from './schema'

/** A role for somebody who may be added by the same list. */
export type ListedGrant = Omit<NewGrant, 'personId'> & { loginId: string }
export type KnownPerson = {
  loginId: string
  name: string
  mail: string | null
  hasEnded: boolean
  /** Grants that still count or will; `departmentId` (digits) null where the scope has none. */
  grants: readonly { role: string; departmentId: string | null }[]
}
export type PeoplePlan = {
  people: NewPerson[]
  grants: ListedGrant[]
  unchanged: { people: number; grants: number }
  problems: LineProblem[]
}

/**
 * What a list of people adds to those who are there: people who are missing, roles they lack. A role that is held
 * stays with its own period: renewing is another act. Departments: ids by code.
 */
export function planPeople(
  known: readonly KnownPerson[],
  lines: readonly { line: number; value: PersonLine }[],
  departments: ReadonlyMap<string, bigint>,
  today: string,
): PeoplePlan {
  const present = new Map(known.map((person) => [person.loginId, person]))
  const listed = new Map<string, PersonLine>()
  const plan: PeoplePlan = { people: [], grants: [], unchanged: { people: 0, grants: 0 }, problems: [] }
  for (const { line, value } of lines) {
    const before = listed.get(value.loginId) ?? present.get(value.loginId)
    const differs = before && differenceOf(before, value)
    const scope = scopeOf(value, departments)
    const wrong = present.get(value.loginId)?.hasEnded
      ? words.ended(value.loginId)
      : differs
        ? words.differs(value.loginId, differs)
        : typeof scope === 'string'
          ? scope
          : null
    if (wrong !== null || typeof scope === 'string') {
      plan.problems.push({ line, message: wrong ?? '' })
      continue
    }
    if (!listed.has(value.loginId)) {
      listed.set(value.loginId, value)
      if (present.has(value.loginId)) plan.unchanged.people += 1
      else plan.people.push({ loginId: value.loginId, name: value.name, mail: value.mail })
    }
    const grant = { loginId: value.loginId, role: value.role, scope, validFrom: today, until: value.until }
    if (isHeld(present.get(value.loginId), grant) || plan.grants.some((other) => isSame(other, grant)))
      plan.unchanged.grants += 1
    else plan.grants.push(grant)
  }
  return plan
}

function differenceOf(before: { name: string; mail: string | null }, line: PersonLine): string | null {
  if (before.name !== line.name) return personColumns.name
  return before.mail === line.mail ? null : personColumns.mail
}

/** The usual scope of the role; a department column that the role has no use for says where somebody sits. */
function scopeOf(line: PersonLine, departments: ReadonlyMap<string, bigint>): Scope | string {
  const [usual] = allowedScopes[line.role]
  if (usual === 'everything' || usual === 'schools') return { kind: usual }
  if (line.departmentCode === null) return words.departmentMissing
  const departmentId = departments.get(line.departmentCode)
  return departmentId === undefined
    ? words.unknownDepartment(line.departmentCode)
    : { kind: 'department', departmentId }
}

const departmentOf = (scope: Scope) => (scope.kind === 'department' ? scope.departmentId.toString() : null)

function isHeld(person: KnownPerson | undefined, grant: ListedGrant): boolean {
  return (
    person?.grants.some(
      (held) => held.role === grant.role && held.departmentId === departmentOf(grant.scope),
    ) === true
  )
}

function isSame(a: ListedGrant, b: ListedGrant): boolean {
  return a.loginId === b.loginId && a.role === b.role && departmentOf(a.scope) === departmentOf(b.scope)
}
