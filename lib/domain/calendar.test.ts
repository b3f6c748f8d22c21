import { describe, expect, it } from 'vitest'
import { addYears, eraOf, fiscalYearEnd, fiscalYearOf } from './calendar'

describe('the fiscal year', () => {
  it.each([
    ['2026-03-31', 2025, '2026-03-31'],
    ['2026-04-01', 2026, '2027-03-31'],
  ])('of %s is %s and ends on %s', (day, year, end) => {
    expect(fiscalYearOf(day)).toBe(year)
    expect(fiscalYearEnd(year)).toBe(end)
  })
  it('moves 29 February to the 28th in another year', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(eraOf('1800-01-01')).toBeNull()
  })
})
