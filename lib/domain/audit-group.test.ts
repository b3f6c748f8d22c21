import { expect, test } from 'vitest'
import { auditActions } from './audit-event'
import { auditGroups, groupOf } from './audit-group'

test('every action can be found through one group', () => {
  for (const action of auditActions) expect(groupOf(action), action).toBeDefined()
})

test('no group stands for nothing, and none catches what belongs to another', () => {
  for (const group of auditGroups) {
    const caught = auditActions.filter((action) => action.startsWith(group))
    expect(caught.length, group).toBeGreaterThan(0)
    for (const action of caught) expect(groupOf(action)).toBe(group)
  }
})
