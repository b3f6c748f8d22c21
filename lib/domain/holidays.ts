import { addDays, dayOf, partsOf, weekdayOf } from './calendar'

/** 国民の祝日 (国民の祝日に関する法律) and the days that become holidays by its article 3, as they have been since 2020. */
export const holidayCodes = [
  'newYear',
  'comingOfAge',
  'foundation',
  'emperorsBirthday',
  'vernalEquinox',
  'showa',
  'constitution',
  'greenery',
  'children',
  'marine',
  'mountain',
  'respectForTheAged',
  'autumnalEquinox',
  'sports',
  'culture',
  'labourThanksgiving',
  'substitute',
  'between',
] as const
export type HolidayCode = (typeof holidayCodes)[number]
export type Holiday = { day: string; code: HolidayCode }

/** 2020 and 2021: three holidays were moved for the Olympic Games (平成三十二年及び令和三年 東京オリンピック特別措置法). */
const movedDays: Readonly<Record<number, Partial<Record<HolidayCode, string>>>> = {
  2020: { marine: '2020-07-23', sports: '2020-07-24', mountain: '2020-08-10' },
  2021: { marine: '2021-07-22', sports: '2021-07-23', mountain: '2021-08-08' },
}

/** Every holiday of a year from 2020 to 2099, in order. */
export function holidaysOf(year: number): readonly Holiday[] {
  const moved = movedDays[year] ?? {}
  const named = usualDays(year).map(({ day, code }) => ({ day: moved[code] ?? day, code }))
  const days = new Set(named.map(({ day }) => day))
  const substitutes = named.flatMap(({ day }) => (weekdayOf(day) === 0 ? [substituteOf(day, days)] : []))
  const between = named.flatMap(({ day }) => (isBetween(addDays(day, 1), days) ? [addDays(day, 1)] : []))
  return [
    ...named,
    ...substitutes.map((day) => ({ day, code: 'substitute' as const })),
    ...between.map((day) => ({ day, code: 'between' as const })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function usualDays(year: number): readonly Holiday[] {
  const on = (code: HolidayCode, month: number, day: number) => ({ code, day: dayOf(year, month, day) ?? '' })
  const nthMonday = (code: HolidayCode, month: number, nth: number) => {
    const first = dayOf(year, month, 1) ?? ''
    return { code, day: addDays(first, ((8 - weekdayOf(first)) % 7) + 7 * (nth - 1)) }
  }
  return [
    on('newYear', 1, 1),
    nthMonday('comingOfAge', 1, 2),
    on('foundation', 2, 11),
    on('emperorsBirthday', 2, 23),
    on('vernalEquinox', 3, equinox(year, 20.8431)),
    on('showa', 4, 29),
    on('constitution', 5, 3),
    on('greenery', 5, 4),
    on('children', 5, 5),
    nthMonday('marine', 7, 3),
    on('mountain', 8, 11),
    nthMonday('respectForTheAged', 9, 3),
    on('autumnalEquinox', 9, equinox(year, 23.2488)),
    nthMonday('sports', 10, 2),
    on('culture', 11, 3),
    on('labourThanksgiving', 11, 23),
  ]
}

/** The usual approximation, exact from 1980 to 2099; the government announces each a year before. */
function equinox(year: number, base: number): number {
  return Math.floor(base + 0.242194 * (year - 1980)) - Math.floor((year - 1980) / 4)
}

/** 振替休日: for a holiday on a Sunday the next day that is no holiday. */
function substituteOf(day: string, days: ReadonlySet<string>): string {
  let next = addDays(day, 1)
  while (days.has(next)) next = addDays(next, 1)
  return next
}

/** 国民の休日: a weekday between two holidays. */
function isBetween(day: string, days: ReadonlySet<string>): boolean {
  return (
    !days.has(day) && weekdayOf(day) !== 0 && weekdayOf(addDays(day, -1)) !== 0 && days.has(addDays(day, 1))
  )
}

const kept = new Map<number, ReadonlySet<string>>()

export function isHoliday(day: string): boolean {
  const { year } = partsOf(day)
  const known = kept.get(year) ?? new Set(holidaysOf(year).map((holiday) => holiday.day))
  kept.set(year, known)
  return known.has(day)
}
