/**
 * Who may do what, and over which departments. The one table of roles × permissions of the portal:
 * the database's `role_permissions` rows are loaded from here, and a test compares both.
 */

/** The ten roles that people hold, and `system`, the named actor of jobs and of the command line. */
export const roles = [
  'ciso',
  'chiefOfficer',
  'educationChief',
  'secretariat',
  'bureauOfficer',
  'assetManager',
  'assetClerk',
  'educationOfficer',
  'auditor',
  'portalAdmin',
  'system',
] as const
export type Role = (typeof roles)[number]

export const permissions = [
  'asset.read',
  'asset.readRestricted',
  'asset.create',
  'asset.edit',
  'asset.reclassify',
  'asset.dispose',
  'asset.transfer',
  'asset.merge',
  'asset.cancel',
  'asset.moveToSuccessor',
  'asset.export',
  'asset.import',
  'importMapping.share',
  'proposal.decide',
  'deputy.name',
  'review.read',
  'review.answer',
  'review.answerOffline',
  'review.certify',
  'review.signOff',
  'review.manage',
  'dashboard.read',
  'standardLedger.read',
  'standardLedger.edit',
  'standardLedger.derive',
  'organization.read',
  'organization.manage',
  'person.read',
  'person.manage',
  'grant.manageClerks',
  'grant.manageApprovers',
  'account.reset',
  'audit.read',
  'audit.readSources',
  'scheme.read',
  'scheme.edit',
  'scheme.enforce',
  'job.read',
  'job.manage',
  'mail.manage',
  'self.manage',
] as const
export type Permission = (typeof permissions)[number]

const everybody = ['organization.read', 'scheme.read', 'self.manage'] as const
const ledger = ['asset.read', 'asset.export', 'review.read', 'dashboard.read', 'standardLedger.read'] as const
/** What is submitted for approval, and what is done at once, by whoever keeps a department's ledger. */
const keeping = [
  'asset.create',
  'asset.edit',
  'asset.reclassify',
  'asset.dispose',
  'asset.transfer',
  'asset.merge',
  'asset.cancel',
  'asset.import',
] as const
/** In the whole reach, also with a way of reading that everybody may use. */
const importing = ['asset.import', 'importMapping.share'] as const
/** Whoever decides on what is submitted also says who stands in for them (代決). */
const deciding = ['proposal.decide', 'deputy.name'] as const

/** 定期見直し: a head certifies; whoever comes next where nobody is there also signs off the bureau. */
const reviewing = ['review.certify', 'review.signOff'] as const
const headingReviews = [...reviewing, 'review.manage'] as const

/** Accounts, background work, mail: no content of the ledger. */
const running = ['account.reset', 'job.read', 'job.manage', 'mail.manage'] as const

const leading = [
  'person.read',
  'grant.manageClerks',
  'grant.manageApprovers',
  'audit.read',
  'scheme.enforce',
] as const

/** What each role may do. The secretariat approves nothing, and reads no asset marked 関係者限り. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  ciso: [...everybody, ...ledger, 'asset.readRestricted', ...deciding, ...leading],
  chiefOfficer: [...everybody, ...ledger, 'asset.readRestricted', ...deciding, ...headingReviews, ...leading],
  educationChief: [...everybody, ...ledger, 'asset.readRestricted', ...deciding, ...headingReviews],
  secretariat: [
    ...everybody,
    ...ledger,
    ...importing,
    'asset.moveToSuccessor',
    'review.manage',
    'organization.manage',
    'person.read',
    'person.manage',
    'grant.manageClerks',
    'scheme.edit',
  ],
  bureauOfficer: [...everybody, ...ledger, 'asset.readRestricted', ...deciding, ...reviewing],
  assetManager: [
    ...everybody,
    ...ledger,
    'asset.readRestricted',
    ...keeping,
    ...deciding,
    'review.answer',
    'review.certify',
  ],
  assetClerk: [...everybody, ...ledger, 'asset.readRestricted', ...keeping, 'review.answer'],
  educationOfficer: [
    ...everybody,
    ...ledger,
    'asset.readRestricted',
    ...deciding,
    ...headingReviews,
    ...importing,
    'review.answerOffline',
    'standardLedger.edit',
    'standardLedger.derive',
  ],
  auditor: [
    ...everybody,
    ...ledger,
    'asset.readRestricted',
    'person.read',
    'audit.read',
    'audit.readSources',
  ],
  portalAdmin: [...everybody, 'person.read', 'person.manage', ...running],
  system: [
    ...everybody,
    'asset.moveToSuccessor',
    'organization.manage',
    'person.read',
    'person.manage',
    'grant.manageClerks',
    'grant.manageApprovers',
    'scheme.edit',
    'scheme.enforce',
  ],
}

export function rolesHolding(permission: Permission): readonly Role[] {
  return roles.filter((role) => rolePermissions[role].includes(permission))
}

export const scopeKinds = ['department', 'schools', 'executiveBody', 'everything'] as const
export type ScopeKind = (typeof scopeKinds)[number]
export type Scope =
  | { kind: 'department'; departmentId: bigint }
  | { kind: 'schools' }
  | { kind: 'executiveBody'; code: string }
  | { kind: 'everything' }

/** A role held from `validFrom` to the end of `until` (included; null = open); `deputyFor`: in whose post (代決). */
export type Grant = {
  id: bigint
  role: Role
  scope: Scope
  validFrom: string
  until: string | null
  deputyFor?: bigint | null
}

const seeing = ['asset.read', 'asset.readRestricted', 'review.read', 'dashboard.read'] as const
/** What a deputy may do in the principal's post: decide and see what is decided about, write nothing. */
export const deputisedPermissions: readonly Permission[] = [...seeing, 'proposal.decide', ...reviewing]

function gives(grant: Pick<Grant, 'role' | 'deputyFor'>, permission: Permission): boolean {
  const isOwn = grant.deputyFor === undefined || grant.deputyFor === null
  return (
    rolePermissions[grant.role].includes(permission) && (isOwn || deputisedPermissions.includes(permission))
  )
}
export type Reach = { everything: true } | { everything: false; departmentIds: ReadonlySet<bigint> }
export type ReachableDepartment = {
  id: bigint
  parentId: bigint | null
  category: string
  executiveBody: string
}

export function isActiveOn(grant: Pick<Grant, 'validFrom' | 'until'>, day: string): boolean {
  return grant.validFrom <= day && (grant.until === null || day <= grant.until)
}

export function holds(grants: readonly Grant[], permission: Permission, today: string): boolean {
  return grants.some((grant) => isActiveOn(grant, today) && gives(grant, permission))
}

/** Reach belongs to a permission: the union over the active grants whose role holds it (decision 1). */
export function reachOf(
  grants: readonly Grant[],
  permission: Permission,
  departments: readonly ReachableDepartment[],
  today: string,
): Reach {
  const scopes = grants
    .filter((grant) => isActiveOn(grant, today) && gives(grant, permission))
    .map((grant) => grant.scope)
  if (scopes.some((scope) => scope.kind === 'everything')) return { everything: true }
  const parents = new Map(departments.map((department) => [department.id, department.parentId]))
  const covered = departments.filter((department) =>
    scopes.some((scope) => covers(scope, department, parents)),
  )
  return { everything: false, departmentIds: new Set(covered.map((department) => department.id)) }
}

function covers(
  scope: Scope,
  department: ReachableDepartment,
  parents: ReadonlyMap<bigint, bigint | null>,
): boolean {
  if (scope.kind === 'everything') return true
  if (scope.kind === 'schools') return department.category === 'school'
  if (scope.kind === 'executiveBody') return department.executiveBody === scope.code
  const line = new Set<bigint>()
  for (let id: bigint | null = department.id; id !== null && !line.has(id); id = parents.get(id) ?? null)
    line.add(id)
  return line.has(scope.departmentId)
}

export function within(reach: Reach, departmentId: bigint): boolean {
  return reach.everything || reach.departmentIds.has(departmentId)
}
