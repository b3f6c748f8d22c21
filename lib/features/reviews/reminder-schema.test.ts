import { expect, test } from 'vitest'
import { z } from 'zod'
import { usualReminders } from '@/lib/domain/reminders'
import { plannedReminders, reminderFields, reminderValues } from './reminder-schema'

const schema = z.object(reminderFields)
const read = (typed: Record<string, string>) => schema.safeParse(typed)

test.each([
  ['14、7、1', [14, 7, 1]],
  ['１４日前、７日、１日前', [14, 7, 1]],
  ['7 7,1 30', [30, 7, 1]],
  ['', []],
])('%s is read as days before the end, the earliest first', (typed, days) => {
  expect(read({ reminderDays: typed }).data?.reminderDays).toEqual(days)
})

test.each(['来週', '0', '91', '-3', '1.5', '1、2、3、4、5、6、7、8、9、10、11'])(
  '%s is no list of days',
  (typed) => {
    expect(read({ reminderDays: typed }).error?.issues[0]?.path).toEqual(['reminderDays'])
  },
)

test('a form that does not say has the usual reminders, and shows them', () => {
  const parsed = schema.parse({})
  const wrong: string[] = []
  expect(plannedReminders(parsed, (field) => wrong.push(field))).toEqual(usualReminders)
  expect(schema.parse(reminderValues(usualReminders))).toEqual(parsed)
  expect(wrong).toEqual([])
})

test('the officer is never told before the head', () => {
  const wrong: string[] = []
  plannedReminders(schema.parse({ toHeadAfter: '5', toOfficerAfter: '4' }), (field) => wrong.push(field))
  expect(wrong).toEqual(['toOfficerAfter'])
})
