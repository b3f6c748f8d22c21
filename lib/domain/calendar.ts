/** Days of the calendar of Asia/Tokyo as 'YYYY-MM-DD': they sort as text, and no clock is read here. */
const dayMs = 86_400_000

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0')
}

/** The day, or null when there is none (2月30日). */
export function dayOf(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isReal = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return isReal ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : null
}

export function partsOf(day: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, day: date }
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** Days from one day to another; negative when the other lies before. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / dayMs)
}

/** The same day of another year; 29 February falls back to 28. */
export function addYears(day: string, years: number): string {
  const at = partsOf(day)
  return dayOf(at.year + years, at.month, at.day) ?? `${pad(at.year + years, 4)}-02-28`
}

/** Fiscal year: 1 April to 31 March; 2026-03-31 belongs to 2025. */
export function fiscalYearOf(day: string): number {
  const { year, month } = partsOf(day)
  return month >= 4 ? year : year - 1
}

/** 年度末: the last day of a fiscal year. Grants end with it by default. */
export function fiscalYearEnd(fiscalYear: number): string {
  return `${pad(fiscalYear + 1, 4)}-03-31`
}

export const eraCodes = ['meiji', 'taisho', 'showa', 'heisei', 'reiwa'] as const
export type EraCode = (typeof eraCodes)[number]
export type Era = { code: EraCode; letter: string; startsOn: string; written: RegExp }

/** Eras with their first days, the latest first. `written` matches how an era begins a date, after NFKC. */
export const eras: readonly Era[] = [
  { code: 'reiwa', letter: 'R', startsOn: '2019-05-01', written: /^(令和|令|R)/iu },
  { code: 'heisei', letter: 'H', startsOn: '1989-01-08', written: /^(平成|平|H)/iu },
  { code: 'showa', letter: 'S', startsOn: '1926-12-25', written: /^(昭和|昭|S)/iu },
  { code: 'taisho', letter: 'T', startsOn: '1912-07-30', written: /^(大正|大|T)/iu },
  { code: 'meiji', letter: 'M', startsOn: '1868-01-25', written: /^(明治|明|M)/iu },
]

/** The era of a day with the year in it (1 = 元年); null before Meiji. */
export function eraOf(day: string): { era: Era; year: number } | null {
  const era = eras.find((known) => known.startsOn <= day)
  return era ? { era, year: partsOf(day).year - partsOf(era.startsOn).year + 1 } : null
}
