import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/domain/calendar'
import { readDate } from '@/lib/domain/japanese-date'
import { formatDate, formatDateShort, formatFiscalYear } from './dates'

describe('writing a date', () => {
  it.each([
    ['2026-04-01', '令和8年4月1日(水)', 'R8.4.1'],
    ['2019-05-01', '令和元年5月1日(水)', 'R1.5.1'],
    ['2019-04-30', '平成31年4月30日(火)', 'H31.4.30'],
    ['1989-01-07', '昭和64年1月7日(土)', 'S64.1.7'],
    ['1926-12-25', '昭和元年12月25日(土)', 'S1.12.25'],
    ['1912-07-30', '大正元年7月30日(火)', 'T1.7.30'],
  ])('%s is %s, short %s', (day, long, short) => {
    expect(formatDate(day)).toBe(long)
    expect(formatDateShort(day)).toBe(short)
  })

  it('comes back as it was, for every day from Taisho on', () => {
    for (let day = '1912-07-30'; day <= '2040-12-31'; day = addDays(day, 97)) {
      for (const written of [formatDate(day), formatDateShort(day)])
        expect(readDate(written, '2100-01-01')).toEqual({ kind: 'date', date: day, notices: [] })
    }
  })
})

describe('a fiscal year', () => {
  it('is named by its first month, with the era that most of it lies in', () => {
    expect(formatFiscalYear(2026)).toBe('令和8年度')
    expect(formatFiscalYear(2019)).toBe('令和元年度')
  })
})
