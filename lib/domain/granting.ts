import { roles, type Permission, type Role, type ScopeKind } from './access'

/** Who may give which role, and over what (decision 7). */

/** Which kinds of scope a role may be granted over; the first is the usual one. */
export const allowedScopes: Record<Role, readonly [ScopeKind, ...ScopeKind[]]> = {
  ciso: ['everything'],
  chiefOfficer: ['everything'],
  educationChief: ['schools'],
  secretariat: ['everything'],
  bureauOfficer: ['department', 'executiveBody'],
  assetManager: ['department'],
  assetClerk: ['department'],
  educationOfficer: ['schools'],
  auditor: ['everything', 'executiveBody'],
  portalAdmin: ['everything'],
  system: ['everything'],
}

/** Every role whose grant needs the CISO or the chief officer (decision 7); nobody is granted `system`. */
export const approverRoles: readonly Role[] = roles.filter(
  (role) => role !== 'assetClerk' && role !== 'system',
)

/** Whether somebody with these permissions may give, renew or end a grant of this role (never to themselves: see mayGrantTo). */
export function mayGrant(granterPermissions: Iterable<Permission>, role: Role): boolean {
  if (role === 'system') return false
  const held = new Set(granterPermissions)
  return held.has(role === 'assetClerk' ? 'grant.manageClerks' : 'grant.manageApprovers')
}

export type GrantRefusal = 'ownGrant' | 'roleNotGrantable' | 'scopeNotAllowed'

/** Decision 7: nobody grants a role to themselves. */
export function mayGrantTo(input: {
  granterId: bigint
  personId: bigint
  granterPermissions: Iterable<Permission>
  role: Role
  scope: ScopeKind
}): 'ok' | GrantRefusal {
  if (input.granterId === input.personId) return 'ownGrant'
  if (!mayGrant(input.granterPermissions, input.role)) return 'roleNotGrantable'
  return allowedScopes[input.role].includes(input.scope) ? 'ok' : 'scopeNotAllowed'
}
