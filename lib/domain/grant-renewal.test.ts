import { describe, expect, it } from 'vitest'
import { renewalObstacle, type EndingGrant } from './grant-renewal'

const until = '2028-03-31'
const secretariat = { personId: 1n, permissions: ['grant.manageClerks'] as const }
const aGrant = (given: Partial<EndingGrant> = {}): EndingGrant => ({
  personId: 2n,
  role: 'assetClerk',
  personEndsOn: null,
  departmentEndsOn: null,
  ...given,
})

describe('the renewal of a grant for the next fiscal year', () => {
  it('is open for a clerk of a department that stays', () => {
    expect(renewalObstacle(aGrant(), secretariat, until)).toBeNull()
    expect(renewalObstacle(aGrant({ departmentEndsOn: until }), secretariat, until)).toBeNull()
  })

  it.each([
    ['ownGrant', aGrant({ personId: 1n })],
    ['personEnds', aGrant({ personEndsOn: '2027-04-01' })],
    ['departmentCloses', aGrant({ departmentEndsOn: '2027-03-31' })],
    ['roleNotGrantable', aGrant({ role: 'auditor' })],
  ])('meets %s', (obstacle, grant) => {
    expect(renewalObstacle(grant, secretariat, until)).toBe(obstacle)
  })
})
