import { describe, expect, test } from 'vitest'
import { dueReminders, onOrBeforeBusinessDay, usualReminders, type Reminded } from './reminders'

/** Due on Friday 2027-04-30, the day after 昭和の日; then come Saturday and 3 to 5 May. */
const review: Reminded = { openedOn: '2027-04-01', dueOn: '2027-04-30', open: 5, plan: usualReminders }
const told = (today: string, more: Partial<Reminded> = {}) =>
  dueReminders({ ...review, ...more }, today).map(({ kind, to, part }) => `${kind} ${to} ${part}`)
const opened = 'reviewOpened answerer opened'

describe('before the end', () => {
  test('the opening is told from the day on which it opens', () => {
    expect(told('2027-04-01')).toEqual([opened])
    expect(told('2027-04-12')).toEqual([opened])
  })

  test('fourteen days, seven days and one day before; the last falls on a holiday and comes the business day before', () => {
    expect(told('2027-04-15')).toEqual([opened])
    expect(told('2027-04-16')).toEqual([opened, 'reviewSoon answerer before/14'])
    expect(told('2027-04-23')).toEqual([opened, 'reviewSoon answerer before/7'])
    expect(onOrBeforeBusinessDay('2027-04-29')).toBe('2027-04-28')
    expect(told('2027-04-28')).toEqual([opened, 'reviewSoon answerer before/1'])
    expect(told('2027-04-30')).toEqual([opened, 'reviewToday answerer before/0'])
  })

  test('a portal that was off over the weekend tells on Monday, and of several only the last', () => {
    const plan = { ...usualReminders, days: [3, 2] }
    // Due on Wednesday the 21st: two days before is Monday the 19th, three days before was Sunday, moved to Friday.
    expect(told('2027-04-16', { dueOn: '2027-04-21', plan })).toContain('reviewSoon answerer before/3')
    expect(told('2027-04-19', { dueOn: '2027-04-21', plan })).toEqual([
      opened,
      'reviewSoon answerer before/2',
    ])
  })

  test('an end on a Sunday is told as the last day on the Friday before', () => {
    expect(told('2027-04-23', { dueOn: '2027-04-25' })).toEqual([opened, 'reviewToday answerer before/0'])
  })

  test('where everything is answered, the head who has to certify is told', () => {
    expect(told('2027-04-30', { open: 0 })).toEqual([opened, 'reviewToday head before/0'])
  })

  test('nothing is told of days before the opening', () => {
    expect(told('2027-04-16', { openedOn: '2027-04-16' })).toEqual([opened])
  })
})

describe('after the end', () => {
  test('on Saturday and holidays nothing new; the first time on the next business day, Thursday 6 May', () => {
    for (const day of ['2027-05-01', '2027-05-03', '2027-05-05']) expect(told(day)).toEqual([])
    expect(told('2027-05-06')).toEqual(['reviewOverdue answerer answerer/2027-05-06'])
  })

  test('every third business day; from the third on the head too, from the fifth on the officer too', () => {
    expect(told('2027-05-10')).toEqual([
      'reviewOverdue answerer answerer/2027-05-06',
      'reviewOverdueHead head head/2027-05-10',
    ])
    expect(told('2027-05-11')[0]).toBe('reviewOverdue answerer answerer/2027-05-11')
    expect(told('2027-05-12')).toContain('reviewOverdueOfficer officer officer/2027-05-12')
    expect(told('2027-05-13')).toContain('reviewOverdueHead head head/2027-05-13')
  })

  test('where everything is answered, the head hears it once, not twice', () => {
    expect(told('2027-05-11', { open: 0 })).toEqual(['reviewOverdue head answerer/2027-05-11'])
  })
})

test('over the end of the fiscal year: due on 31 March, overdue on 1 April', () => {
  const atTheEnd = { openedOn: '2027-03-01', dueOn: '2027-03-31' }
  expect(told('2027-03-31', atTheEnd)).toContain('reviewToday answerer before/0')
  expect(told('2027-04-01', atTheEnd)).toEqual(['reviewOverdue answerer answerer/2027-04-01'])
})
