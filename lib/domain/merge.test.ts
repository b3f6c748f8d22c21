import { describe, expect, test } from 'vitest'
import { mergeRefusal, type Mergeable } from './merge'

const one: Mergeable = {
  number: 1n,
  state: 'active',
  departmentId: 10n,
  schemeId: 5n,
  levelRank: 2,
  personalData: 'personal',
  visibility: 'restricted',
}
const two: Mergeable = { ...one, number: 2n }

describe('of two duplicates one is kept', () => {
  test('where both are registered in one department and what is kept protects as much', () => {
    expect(mergeRefusal(one, two)).toBeNull()
    expect(mergeRefusal({ ...one, levelRank: 4, personalData: 'specific' }, two)).toBeNull()
  })
  test.each([
    ['notActive', { state: 'draft' }],
    ['notActive', { state: 'merged' }],
    ['otherDepartment', { departmentId: 11n }],
    ['otherScheme', { schemeId: 6n }],
    ['keptLower', { levelRank: 1 }],
    ['keptLooser', { personalData: 'none' as const }],
    ['keptLooser', { personalData: null }],
    ['keptLooser', { visibility: 'internal' as const }],
  ])('never: %s', (because, changed) => {
    expect(mergeRefusal({ ...one, ...changed }, two)).toBe(because)
  })
})
