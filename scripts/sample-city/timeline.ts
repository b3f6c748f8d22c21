import { addDays, dayOf, partsOf, weekdayOf } from '@/lib/domain/calendar'

/** The days between which the sample city's story is told; all YYYY-MM-DD, Asia/Tokyo. */
export type Timeline = {
  /** The portal was set up on this day: 30 months before today, as far as the files reach and both reorganisations come after. */
  setUpOn: string
  today: string
  /** YYYY-MM, one a step, the last one is today's. */
  months: string[]
}

/** organization.csv begins here. */
const earliestSetUp = '2024-04-01'
/** The story needs the first autumn (old levels become new ones) and the second reorganisation with its spring. */
const latestSetUp = '2024-05-24'
const earliestToday = '2026-05-15'

export function timelineUntil(realToday: string): Timeline {
  const today = realToday < earliestToday ? earliestToday : realToday
  const wanted = addMonths(today, -30)
  const setUpOn = wanted > latestSetUp ? latestSetUp : wanted < earliestSetUp ? earliestSetUp : wanted
  const months: string[] = []
  for (let month = addMonths(setUpOn, 1).slice(0, 7); month <= today.slice(0, 7);) {
    months.push(month)
    month = addMonths(`${month}-01`, 1).slice(0, 7)
  }
  return { setUpOn, today, months }
}

/** The same day some months later or earlier; days that a month lacks become its 28th. */
function addMonths(day: string, months: number): string {
  const at = partsOf(day)
  const month = at.year * 12 + at.month - 1 + months
  return dayOf(Math.floor(month / 12), (month % 12) + 1, Math.min(at.day, 28)) ?? day
}

/** A fixed seed: the same words always give the same number, 0 ≤ n < 1, whatever else is in the city. */
export function fraction(...words: (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const letter of `daicho/${words.join('/')}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  }
  return (hash >>> 0) / 2 ** 32
}

/** A working day between two days, chosen by the seed; the first when there is none later. */
export function dayBetween(from: string, to: string, ...seed: (string | number)[]): string {
  const span = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))
  return workday(addDays(from, Math.floor(fraction(...seed) * (span + 1))))
}

/** The day itself or, at a weekend, the Monday after it. */
export function workday(day: string): string {
  const weekday = weekdayOf(day)
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day
}

/** A moment of office hours in Asia/Tokyo as ISO 8601, by the seed; `from` and `to` are hours. */
export function momentOf(day: string, from: number, to: number, ...seed: (string | number)[]): string {
  const seconds = Math.floor((from + (to - from) * fraction('moment', day, ...seed)) * 3600)
  return new Date(Date.parse(`${day}T00:00:00+09:00`) + seconds * 1000).toISOString()
}
