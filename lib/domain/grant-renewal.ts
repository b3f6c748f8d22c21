import { type Permission, type Role } from './access'
import { mayGrant } from './granting'

/** A grant that ends with the fiscal year, and what speaks against its renewal. */
export type EndingGrant = {
  personId: bigint
  role: Role
  /** The person's first day without the portal; null = none set. */
  personEndsOn: string | null
  /** The last day of the department it is held over; null = no end, or no department. */
  departmentEndsOn: string | null
}
export const renewalObstacles = ['ownGrant', 'personEnds', 'departmentCloses', 'roleNotGrantable'] as const
export type RenewalObstacle = (typeof renewalObstacles)[number]

/** Why a grant can't be renewed until that day by this person; null when nothing stands in the way. */
export function renewalObstacle(
  grant: EndingGrant,
  by: { personId: bigint; permissions: readonly Permission[] },
  until: string,
): RenewalObstacle | null {
  if (grant.personId === by.personId) return 'ownGrant'
  if (grant.personEndsOn !== null && grant.personEndsOn <= until) return 'personEnds'
  if (grant.departmentEndsOn !== null && grant.departmentEndsOn < until) return 'departmentCloses'
  return mayGrant(by.permissions, grant.role) ? null : 'roleNotGrantable'
}
