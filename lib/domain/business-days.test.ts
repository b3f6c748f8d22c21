import { describe, expect, it, test } from 'vitest'
import { addBusinessDays, businessDaysBetween, isBusinessDay } from './business-days'
import { holidaysOf } from './holidays'

/** 内閣府「国民の祝日」 of 2024 to 2027, as announced. */
const announced: Readonly<Record<number, string>> = {
  2024: '01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23',
  2025: '01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24',
  2026: '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
  2027: '01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23',
}

describe('holidays', () => {
  it.each(Object.entries(announced))('of %s are those that were announced', (year, days) => {
    expect(holidaysOf(Number(year)).map(({ day }) => day.slice(5))).toEqual(days.split(' '))
  })
  it('knows a weekday between two holidays, and the moved days of the Olympic years', () => {
    expect(holidaysOf(2026)).toContainEqual({ day: '2026-09-22', code: 'between' })
    expect(holidaysOf(2020)).toContainEqual({ day: '2020-07-24', code: 'sports' })
    expect(holidaysOf(2021)).toContainEqual({ day: '2021-08-09', code: 'substitute' })
  })
})

test.each([
  ['2026-11-20', true],
  ['2026-11-21', false],
  ['2026-11-23', false],
  ['2026-12-28', true],
  ['2026-12-29', false],
  ['2027-01-03', false],
  ['2027-01-04', true],
])('%s is a business day: %s', (day, expected) => {
  expect(isBusinessDay(day)).toBe(expected)
})

test('counting goes over week-ends, holidays and the turn of the year, there and back', () => {
  expect(addBusinessDays('2026-11-20', 1)).toBe('2026-11-24')
  expect(addBusinessDays('2026-12-28', 1)).toBe('2027-01-04')
  expect(addBusinessDays('2027-01-04', -1)).toBe('2026-12-28')
  expect(addBusinessDays('2026-11-21', 0)).toBe('2026-11-21')
  for (const days of [1, 5, 30, 250]) {
    const there = addBusinessDays('2026-05-01', days)
    expect(businessDaysBetween('2026-05-01', there)).toBe(days)
    expect(businessDaysBetween(there, '2026-05-01')).toBe(-days)
    expect(addBusinessDays(there, -days)).toBe('2026-05-01')
  }
})
