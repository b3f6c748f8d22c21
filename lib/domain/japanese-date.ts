import type { Era } from './calendar'
import { addDays, dayOf, eraOf, eras, partsOf, weekdayOf } from './calendar'

/** Read as the real day, but worth a word to whoever wrote it. */
export type DateNotice = 'eraNotYetBegun' | 'eraEnded' | 'weekdayDiffers' | 'futureDate'
export type DateError = 'noSuchDay' | 'notADate' | 'yearNeedsFourDigits'
export type ReadDate =
  | { kind: 'date'; date: string; notices: readonly DateNotice[] }
  | { kind: 'blank' }
  | { kind: 'invalid'; reason: DateError }

const earliest = '1868-01-25'
const latest = '2199-12-31'
const weekdays = [/日/u, /月/u, /火/u, /水/u, /木/u, /金/u, /土/u]
const separated = /^(元|\d{1,4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/u
const invalid = (reason: DateError): ReadDate => ({ kind: 'invalid', reason })

/**
 * A date as people write it (domain §2): 令和8年4月1日(水), 令和元年5月1日, R8.4.1, Ｒ７.７.７, 2026/4/1, 2026-04-01,
 * 20260401, and Excel serials as numbers. R1.1–R1.4 and H31.5 onward are read as the real day with a notice, never
 * refused; 2月30日 is an error. `today` (YYYY-MM-DD) is what a future date is measured by.
 */
export function readDate(written: string | number | null, today: string): ReadDate {
  if (typeof written === 'number') return readNumber(written, today)
  const text = (written ?? '').normalize('NFKC').trim()
  if (text === '' || /^[-−–—ー]$/u.test(text)) return { kind: 'blank' }
  const { bare, weekday } = takeWeekday(fiscalYearEnd(withoutTime(text).replace(/\s+/gu, '')))
  const read = readParts(bare)
  if ('reason' in read) return invalid(read.reason)
  const date = dayOf(read.year, read.month, read.day)
  if (date === null) return invalid('noSuchDay')
  const notices: DateNotice[] = [...(read.era ? eraNotices(read.era, date) : [])]
  if (weekday !== null && weekdayOf(date) !== weekday) notices.push('weekdayDiffers')
  return settle(date, notices, today)
}

function settle(date: string, notices: readonly DateNotice[], today: string): ReadDate {
  if (date < earliest || date > latest) return invalid('notADate')
  return { kind: 'date', date, notices: date > today ? [...notices, 'futureDate'] : notices }
}

/** Excel's serial: days since 1899-12-30 (from March 1900 on); eight digits are a date written as a number. */
function readNumber(written: number, today: string): ReadDate {
  if (Number.isInteger(written) && written >= 18_680_125 && written <= 21_991_231) {
    return readDate(String(written), today)
  }
  if (!Number.isFinite(written) || written < 61 || written > 109_574) return invalid('notADate')
  return settle(addDays('1899-12-30', Math.floor(written)), [], today)
}

/** 令和11年度末 is 31 March of the year after. */
function fiscalYearEnd(text: string): string {
  return text.replace(/^(\D{0,2})(元|\d{1,4})年度末日?$/u, (_, era: string, year: string) => {
    return `${era}${(/\d/u.test(year) ? Number(year) : 1) + 1}.3.31`
  })
}

function withoutTime(text: string): string {
  return text.replace(/(T|\s+)\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/u, '')
}

function takeWeekday(text: string): { bare: string; weekday: number | null } {
  const match =
    /[([]?([日月火水木金土])(曜日?)?[)\]]$/u.exec(text) ?? /(?<=日)([日月火水木金土])曜日?$/u.exec(text)
  if (!match) return { bare: text, weekday: null }
  const letter = match[1] ?? ''
  return { bare: text.slice(0, match.index), weekday: weekdays.findIndex((day) => day.test(letter)) }
}

type Parts = { era: Era | null; year: number; month: number; day: number } | { reason: DateError }

function readParts(text: string): Parts {
  const era = eras.find((known) => known.written.test(text)) ?? null
  const rest = era ? text.replace(era.written, '') : text.replace(/^西暦/u, '')
  const match =
    separated.exec(rest) ?? (era ? /^(\d{2})(\d{2})(\d{2})$/u : /^(\d{4})(\d{2})(\d{2})$/u).exec(rest)
  if (!match) return { reason: 'notADate' }
  const [, first = '', month, day] = match
  const year = /元/u.test(first) ? 1 : Number(first)
  const at = { month: Number(month), day: Number(day) }
  if (!era) return first.length === 4 ? { era, year, ...at } : { reason: 'yearNeedsFourDigits' }
  if (year < 1 || year > 99) return { reason: 'notADate' }
  return { era, year: partsOf(era.startsOn).year + year - 1, ...at }
}

/** A year of an era reaches beyond its days: R1.4.1 lies before Reiwa, H31.5.1 after Heisei. */
function eraNotices(era: Era, date: string): readonly DateNotice[] {
  if (date < era.startsOn) return ['eraNotYetBegun']
  return eraOf(date)?.era.code === era.code ? [] : ['eraEnded']
}
