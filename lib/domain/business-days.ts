import { addDays, weekdayOf } from './calendar'
import { isHoliday } from './holidays'

/** The city works from Monday to Friday, not on holidays and not from 29 December to 3 January (地方自治法4条の2). */
export function isBusinessDay(day: string): boolean {
  const weekday = weekdayOf(day)
  const monthAndDay = day.slice(5)
  const isYearsEnd = monthAndDay >= '12-29' || monthAndDay <= '01-03'
  return weekday !== 0 && weekday !== 6 && !isYearsEnd && !isHoliday(day)
}

/** The nth business day after a day; 0: the day itself, whatever it is. Negative counts back. */
export function addBusinessDays(day: string, days: number): string {
  const step = days < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(days); left > 0;) {
    at = addDays(at, step)
    if (isBusinessDay(at)) left--
  }
  return at
}

/** How many business days lie after `from`, up to `to` (its day included); negative where `to` comes first. */
export function businessDaysBetween(from: string, to: string): number {
  if (to < from) return -businessDaysBetween(to, from)
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isBusinessDay(at)) count++
  return count
}
