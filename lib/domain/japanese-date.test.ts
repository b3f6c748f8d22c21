import { describe, expect, it } from 'vitest'
import { readDate } from './japanese-date'

const today = '2026-11-23'

describe('reading a date', () => {
  it.each([
    ['令和8年4月1日', '2026-04-01'],
    ['令和８年４月１日（水）', '2026-04-01'],
    ['令和 8年 4月 1日', '2026-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['R8.4.1', '2026-04-01'],
    ['r8/4/1', '2026-04-01'],
    ['R080401', '2026-04-01'],
    ['Ｒ７.７.７', '2025-07-07'],
    ['Ｒ８．４．１', '2026-04-01'],
    ['R元.5.1', '2019-05-01'],
    ['㋿8年4月1日', '2026-04-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['H1.1.8', '1989-01-08'],
    ['S64.1.7', '1989-01-07'],
    ['昭和元年12月25日', '1926-12-25'],
    ['2026/4/1', '2026-04-01'],
    ['2025/2/8', '2025-02-08'],
    ['2026-04-01', '2026-04-01'],
    ['2026.4.1', '2026-04-01'],
    ['2026年4月1日(水)', '2026-04-01'],
    ['2026年4月1日水曜日', '2026-04-01'],
    ['2026-04-01 00:00:00', '2026-04-01'],
    ['2026-04-01T00:00:00.000Z', '2026-04-01'],
    ['20260401', '2026-04-01'],
    ['2024-02-29', '2024-02-29'],
    [46113, '2026-04-01'],
    [46113.5, '2026-04-01'],
    [20260401, '2026-04-01'],
  ])('takes %s for %s without a notice', (written, date) => {
    expect(readDate(written, today)).toEqual({ kind: 'date', date, notices: [] })
  })

  it.each([
    ['R1.1.1', '2019-01-01', 'eraNotYetBegun'],
    ['R1.4.30', '2019-04-30', 'eraNotYetBegun'],
    ['R1.4.1', '2019-04-01', 'eraNotYetBegun'],
    ['H31.5.1', '2019-05-01', 'eraEnded'],
    ['平成32年4月1日', '2020-04-01', 'eraEnded'],
    ['S64.1.8', '1989-01-08', 'eraEnded'],
    ['2026年4月1日(木)', '2026-04-01', 'weekdayDiffers'],
    ['令和12年4月1日', '2030-04-01', 'futureDate'],
    ['2026-11-24', '2026-11-24', 'futureDate'],
  ])('takes %s for the real day %s with a notice: %s', (written, date, notice) => {
    expect(readDate(written, today)).toEqual({ kind: 'date', date, notices: [notice] })
  })

  it.each([
    ['令和8年2月30日', 'noSuchDay'],
    ['2025-02-29', 'noSuchDay'],
    ['R8.13.1', 'noSuchDay'],
    ['R8.4.0', 'noSuchDay'],
    ['R0.4.1', 'notADate'],
    ['26/4/1', 'yearNeedsFourDigits'],
    ['2026年4月', 'notADate'],
    ['常用', 'notADate'],
    ['46113', 'notADate'],
    [60, 'notADate'],
    [Number.NaN, 'notADate'],
    ['9999-12-31', 'notADate'],
  ])('refuses %s: %s', (written, reason) => {
    expect(readDate(written, today)).toEqual({ kind: 'invalid', reason })
  })

  it.each(['', '  ', '　', '－', '-', null])('takes %j for not entered', (written) => {
    expect(readDate(written, today)).toEqual({ kind: 'blank' })
  })
})
