import { describe, expect, it } from 'vitest'
import { chainOf, rankFor, requiredDuties, type RankOf, type SchemeRanks } from './approval-chain'
import type { Facts } from './loosening'
import type { Judged, ProposalKind, ProposedItem } from './proposal'
import { mappingEarlierTo2024 } from './schemes/mapping-earlier-2024'

const ranks: Record<string, Record<string, number>> = {
  confidentiality: { '1': 1, '2': 2, '3': 3, '3C': 3, '3B': 4, '3A': 5 },
  importance: { IV: 1, III: 2, II: 3, I: 4 },
}
const rankOf: RankOf = (_, axis, code) => (code === null ? null : (ranks[axis]?.[code] ?? null))
/** 1 is the earlier version of 2. */
const schemes: SchemeRanks = {
  rankOf,
  mapping: (from, to) => (from === 1n && to === 2n ? mappingEarlierTo2024.lines : []),
}

const judged = (levels: Partial<Judged>): Judged => ({
  schemeId: 2n,
  confidentiality: null,
  integrity: null,
  availability: null,
  importance: null,
  audience: null,
  ...levels,
})
const item = (kind: ProposalKind, before: Facts, judgement: Judged | null): ProposedItem => ({
  number: 1n,
  kind,
  before: { classification_id: 7, scheme_id: 2, ...before },
  after: {},
  judgement,
})
const moved = (from: string, to: string) =>
  item('reclassification', { confidentiality: from }, judged({ confidentiality: to }))
const fromEarlier = (from: string, to: string) => {
  const proposed = moved(from, to)
  return { ...proposed, before: { ...proposed.before, scheme_id: 1 } }
}
const school = (from: string, to: string) =>
  item('reclassification', { importance: from }, judged({ importance: to }))

describe('who approves', () => {
  it.each<[string, ProposedItem, string[]]>([
    ['a registration', item('registration', { confidentiality: '2' }, null), ['manager']],
    ['a registration at 3A', item('registration', { confidentiality: '3A' }, null), ['manager', 'ciso']],
    ['a rise', moved('2', '3B'), ['manager']],
    ['a rise to 3A', moved('2', '3A'), ['manager', 'ciso']],
    ['a fall', moved('3C', '2'), ['manager', 'officer']],
    ['a fall from 3B', moved('3B', '2'), ['manager', 'ciso']],
    ['a fall from 3A', moved('3A', '3B'), ['manager', 'ciso']],
    [
      'another scheme',
      { ...moved('2', '2'), judgement: judged({ schemeId: 3n, confidentiality: '2' }) },
      ['manager', 'officer'],
    ],
    ['an earlier 3 that is 3B now', fromEarlier('3', '3B'), ['manager', 'officer']],
    ['an earlier 3 that is 3A now', fromEarlier('3', '3A'), ['manager', 'ciso']],
    ['an earlier 3 that is 2 now', fromEarlier('3', '2'), ['manager', 'ciso']],
    ['an earlier 2 that follows', fromEarlier('2', '2'), ['manager', 'officer']],
    ['an earlier 2 that is 1 now', fromEarlier('2', '1'), ['manager', 'officer']],
    ['a transfer', item('transfer', {}, null), ['manager', 'accepting']],
    ['a disposal', item('disposal', { confidentiality: '3A' }, null), ['manager']],
    ['a change', item('change', { confidentiality: '3A' }, null), ['manager']],
  ])('of %s', (_, proposed, expected) => {
    expect(requiredDuties(proposed, 'internal', schemes)).toEqual(expected)
  })

  it('of a school: its own chief for what falls, for Ⅰ and for another scheme', () => {
    expect(requiredDuties(school('II', 'III'), 'school', schemes)).toEqual(['manager', 'educationChief'])
    expect(requiredDuties(school('II', 'I'), 'school', schemes)).toEqual(['manager', 'educationChief'])
    expect(requiredDuties(school('III', 'II'), 'school', schemes)).toEqual(['manager'])
  })

  it('a bundle goes to the highest that any of its items asks for', () => {
    expect(chainOf([moved('3C', '2'), moved('3B', '2'), moved('1', '2')], 'internal', schemes)).toEqual([
      'manager',
      'ciso',
    ])
    expect(chainOf([item('transfer', {}, null), moved('3C', '2')], 'internal', schemes)).toEqual([
      'manager',
      'accepting',
      'officer',
    ])
  })
})

describe('escalation', () => {
  const post = (personId: bigint, rank: number, absent = false) => ({ personId, rank, absent })
  it('goes to the first rank where somebody is who may decide', () => {
    expect(rankFor([post(1n, 1), post(2n, 2)], new Set())).toBe(1)
    expect(rankFor([post(1n, 1), post(2n, 2)], new Set([1n]))).toBe(2)
    expect(rankFor([post(1n, 1, true), post(3n, 3)], new Set())).toBe(3)
    expect(rankFor([post(1n, 1)], new Set([1n]))).toBe(99)
  })
})
