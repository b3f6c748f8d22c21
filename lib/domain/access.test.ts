import { describe, expect, it } from 'vitest'
import type { Grant, Role, Scope } from './access'
import { allowedScopes, approverRoles, mayGrant, mayGrantTo } from './granting'
import {
  holds,
  isActiveOn,
  permissions,
  reachOf,
  rolePermissions,
  roles,
  rolesHolding,
  within,
} from './access'

const department = (id: bigint, parentId: bigint | null, category = 'internal', executiveBody = 'mayor') => ({
  id,
  parentId,
  category,
  executiveBody,
})
const city = [
  department(1n, null),
  department(2n, 1n),
  department(3n, 2n),
  department(4n, null),
  department(10n, null, 'committee', 'boardOfEducation'),
  department(11n, 10n, 'school', 'boardOfEducation'),
  department(12n, 10n, 'school', 'boardOfEducation'),
  department(20n, null, 'assemblyOffice', 'assembly'),
]
const grant = (role: Role, scope: Scope, until: string | null = null): Grant => ({
  id: 1n,
  role,
  scope,
  validFrom: '2026-04-01',
  until,
})
const today = '2026-11-23'
const idsOf = (grants: Grant[], permission: (typeof permissions)[number]) => {
  const reach = reachOf(grants, permission, city, today)
  return reach.everything ? 'everything' : [...reach.departmentIds].map(Number)
}

describe('the table of roles and permissions', () => {
  it('lists no permission twice, and only known ones', () => {
    for (const role of roles) {
      expect(new Set(rolePermissions[role]).size).toBe(rolePermissions[role].length)
      for (const permission of rolePermissions[role]) expect(permissions).toContain(permission)
    }
  })
  it('gives every permission to somebody', () => {
    for (const permission of permissions) expect(rolesHolding(permission)).not.toEqual([])
  })
  it('lets the secretariat approve, reclassify and read restricted nothing', () => {
    for (const permission of ['proposal.decide', 'asset.reclassify', 'asset.readRestricted'] as const)
      expect(rolePermissions.secretariat).not.toContain(permission)
  })
  it('lets the auditor change nothing but their own password', () => {
    const changing = rolePermissions.auditor.filter((held) => !/\.(read|export)/u.test(held))
    expect(changing).toEqual(['self.manage'])
  })
  it('shows the portal administrator no ledger content', () => {
    expect(
      rolePermissions.portalAdmin.filter((held) => /^(asset|dashboard|standardLedger)/u.test(held)),
    ).toEqual([])
  })
  it('lets nobody who resets passwords grant a role', () => {
    for (const role of rolesHolding('account.reset'))
      expect(rolePermissions[role].filter((held) => held.startsWith('grant.'))).toEqual([])
  })
  it('gives every role at least one scope', () => {
    for (const role of roles) expect(allowedScopes[role].length).toBeGreaterThan(0)
  })
})

describe('reach', () => {
  it('covers a department with everything below it', () => {
    expect(idsOf([grant('bureauOfficer', { kind: 'department', departmentId: 1n })], 'asset.read')).toEqual([
      1, 2, 3,
    ])
  })
  it('covers all schools, and nothing else of the board of education', () => {
    expect(idsOf([grant('educationOfficer', { kind: 'schools' })], 'asset.read')).toEqual([11, 12])
  })
  it('covers one executive body', () => {
    expect(idsOf([grant('auditor', { kind: 'executiveBody', code: 'assembly' })], 'asset.read')).toEqual([20])
  })
  it('belongs to a permission: an auditor of everything who is clerk of one department edits there only', () => {
    const grants = [
      grant('auditor', { kind: 'everything' }),
      grant('assetClerk', { kind: 'department', departmentId: 3n }),
    ]
    expect(idsOf(grants, 'asset.read')).toBe('everything')
    expect(idsOf(grants, 'asset.edit')).toEqual([3])
    expect(idsOf(grants, 'proposal.decide')).toEqual([])
  })
  it('is the union over grants', () => {
    const grants = [
      grant('assetClerk', { kind: 'department', departmentId: 4n }),
      grant('assetManager', { kind: 'department', departmentId: 2n }),
    ]
    expect(idsOf(grants, 'asset.edit')).toEqual([2, 3, 4])
  })
  it('of a deputy covers deciding and seeing in the principal’s post, and no writing', () => {
    const post = grant('assetManager', { kind: 'department', departmentId: 2n })
    const deputised = [{ ...post, deputyFor: 9n }]
    expect(idsOf(deputised, 'proposal.decide')).toEqual([2, 3])
    expect(idsOf(deputised, 'asset.read')).toEqual([2, 3])
    expect(idsOf(deputised, 'asset.edit')).toEqual([])
    expect(holds(deputised, 'asset.transfer', today)).toBe(false)
  })
  it('ends with a circle of parents instead of running forever', () => {
    const circle = [department(1n, 2n), department(2n, 1n)]
    const reach = reachOf(
      [grant('assetClerk', { kind: 'department', departmentId: 9n })],
      'asset.read',
      circle,
      today,
    )
    expect(within(reach, 1n)).toBe(false)
  })
})

describe('the period of a grant', () => {
  it.each([
    ['2026-03-31', false],
    ['2026-04-01', true],
    ['2027-03-31', true],
    ['2027-04-01', false],
  ])('on %s counts: %s', (day, counts) => {
    const held = grant('assetClerk', { kind: 'department', departmentId: 3n }, '2027-03-31')
    expect(isActiveOn(held, day)).toBe(counts)
    expect(holds([held], 'asset.edit', day)).toBe(counts)
    expect(within(reachOf([held], 'asset.edit', city, day), 3n)).toBe(counts)
  })
})

describe('granting', () => {
  it('of clerks is for the secretariat, of approvers for the chief officer and the CISO', () => {
    for (const role of approverRoles) {
      expect(mayGrant(rolePermissions.secretariat, role)).toBe(false)
      expect(mayGrant(rolePermissions.chiefOfficer, role)).toBe(true)
    }
    expect(mayGrant(rolePermissions.secretariat, 'assetClerk')).toBe(true)
    expect(mayGrant(rolePermissions.portalAdmin, 'assetClerk')).toBe(false)
    expect(mayGrant(permissions, 'system')).toBe(false)
  })
  it('to oneself is refused, and so is a scope that the role does not have', () => {
    const input = {
      granterId: 1n,
      personId: 2n,
      granterPermissions: rolePermissions.ciso,
      role: 'assetClerk',
    } as const
    expect(mayGrantTo({ ...input, scope: 'department' })).toBe('ok')
    expect(mayGrantTo({ ...input, scope: 'everything' })).toBe('scopeNotAllowed')
    expect(mayGrantTo({ ...input, personId: 1n, scope: 'department' })).toBe('ownGrant')
    expect(
      mayGrantTo({ ...input, granterPermissions: rolePermissions.assetManager, scope: 'department' }),
    ).toBe('roleNotGrantable')
  })
})
