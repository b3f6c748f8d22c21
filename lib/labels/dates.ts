import type { EraCode } from '@/lib/domain/calendar'
import { eraOf, partsOf, weekdayOf } from '@/lib/domain/calendar'
import type { DateError } from '@/lib/domain/japanese-date'

export const eraLabels: Record<EraCode, string> = {
  meiji: '明治',
  taisho: '大正',
  showa: '昭和',
  heisei: '平成',
  reiwa: '令和',
}

const weekdayLabels = ['日', '月', '火', '水', '木', '金', '土'] as const

function eraYear(day: string): string {
  const at = eraOf(day)
  if (!at) return `${partsOf(day).year}年`
  return `${eraLabels[at.era.code]}${at.year === 1 ? '元' : at.year}年`
}

/** '2026-04-01' → 令和8年4月1日(水) */
export function formatDate(day: string): string {
  return `${formatDateWithoutWeekday(day)}(${weekdayLabels[weekdayOf(day)] ?? ''})`
}

/** '2026-04-01' → 令和8年4月1日 */
export function formatDateWithoutWeekday(day: string): string {
  const { month, day: date } = partsOf(day)
  return `${eraYear(day)}${month}月${date}日`
}

/** '2026-04-01' → R8.4.1: for dense tables. */
export function formatDateShort(day: string): string {
  const { year, month, day: date } = partsOf(day)
  const at = eraOf(day)
  return at ? `${at.era.letter}${at.year}.${month}.${date}` : `${year}.${month}.${date}`
}

/** 2026 → 令和8年度 */
export function formatFiscalYear(fiscalYear: number): string {
  return `${eraYear(`${fiscalYear}-05-01`)}度`
}

export const dateErrorLabels: Record<DateError, string> = {
  noSuchDay: 'この日は暦にありません。日付を確かめてください。',
  notADate:
    '日付として読み取れません。「令和8年4月1日」、「R8.4.1」又は「2026/4/1」のように、年から入力してください。',
  yearNeedsFourDigits: '年が分かりません。西暦は4桁で、和暦は元号を付けて入力してください。',
}
