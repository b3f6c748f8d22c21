import { expect, test } from 'vitest'
import { isNarrowed, readTrailSearch, trailFilters, trailHref } from './schema'

test('days are read in 和暦 and 西暦', () => {
  const search = readTrailSearch({ from: '令和8年4月1日', to: '2026/11/23' })
  expect(trailFilters(search)).toEqual({ filters: { from: '2026-04-01', to: '2026-11-23' }, problems: [] })
})

test('a day that is none is told, and narrows nothing', () => {
  const { filters, problems } = trailFilters(readTrailSearch({ from: '2026/2/30' }))
  expect(filters).toEqual({})
  expect(problems.map((problem) => problem.field)).toEqual(['from'])
})

test('an asset number may be typed in full width; other words are passed over', () => {
  expect(trailFilters(readTrailSearch({ asset: '１２' })).filters).toEqual({ subject: '12' })
  expect(trailFilters(readTrailSearch({ asset: '12 or 1=1', group: 'nothing' })).filters).toEqual({})
})

test('an older page keeps the search in its address', () => {
  const search = readTrailSearch({ person: 'ciso', group: 'asset' })
  expect(trailHref(search, 7n)).toBe('/audit-log?person=ciso&group=asset&before=7')
  expect(isNarrowed(search)).toBe(true)
  expect(trailHref(readTrailSearch({}))).toBe('/audit-log')
})
