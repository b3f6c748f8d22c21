import { expect, test } from 'vitest'
import { digestOf } from './digest'
import { noticeKinds } from './notice'

const notice = (kind: (typeof noticeKinds)[number], day = '2027-04-01') => ({ kind, day })

test('what is late comes first, then today, then what is to come, approvals, and the rest', () => {
  const { groups, left } = digestOf([
    notice('grantEnding'),
    notice('proposalWaiting'),
    notice('reviewSoon'),
    notice('reviewToday'),
    notice('reviewOverdue'),
  ])
  expect(groups.map(({ group }) => group)).toEqual(['late', 'today', 'soon', 'approval', 'other'])
  expect(left).toBe(0)
})

test('in a group the oldest comes first', () => {
  const [only] = digestOf([notice('proposalWaiting', '2027-04-02'), notice('proposalWaiting')]).groups
  expect(only?.notices.map(({ day }) => day)).toEqual(['2027-04-01', '2027-04-02'])
})

test('fifty are listed, the rest is counted, and what is late is never among the rest', () => {
  const many = [...Array.from({ length: 60 }, () => notice('grantEnding')), notice('reviewOverdue')]
  const { groups, left, total } = digestOf(many)
  expect(groups.flatMap(({ notices }) => notices)).toHaveLength(50)
  expect([left, total]).toEqual([11, 61])
  expect(groups[0]?.notices[0]?.kind).toBe('reviewOverdue')
})

test('every kind has its place', () => {
  const { groups } = digestOf(noticeKinds.map((kind) => notice(kind)))
  expect(groups.flatMap(({ notices }) => notices.map(({ kind }) => kind)).sort()).toEqual(
    [...noticeKinds].sort(),
  )
})
