import { expect, test } from 'vitest'
import { proposalTitle } from '@/lib/labels/proposal-words'
import { bulkSchema, decideSchema, seenSchema } from './schema'

const decision = { id: '12', version: '3', act: 'return', reason: ' ', back: '/inbox' }

test('a return says why; an approval need not', () => {
  const read = decideSchema.safeParse(decision)
  expect(read.error?.issues.map(({ path }) => path)).toEqual([['reason']])
  expect(decideSchema.parse({ ...decision, act: 'approve' })).toMatchObject({
    id: 12n,
    version: 3,
    reason: '',
  })
})

test.each([
  ['/inbox', '/inbox'],
  ['/proposals/12', '/proposals/12'],
  ['/assets/5', '/assets/5'],
  ['https://elsewhere.example/', '/inbox'],
  ['/assets/5?done=x', '/inbox'],
])('a form that stands on %s goes back to %s', (back, expected) => {
  expect(decideSchema.parse({ ...decision, reason: '理由', back }).back).toBe(expected)
})

test('several are ticked, however they are joined; none is an error', () => {
  const approve = { act: 'approve' }
  expect(bulkSchema.parse({ selected: '1:2\n3:4' })).toEqual([
    { ...approve, id: 1n, version: 2 },
    { ...approve, id: 3n, version: 4 },
  ])
  expect(bulkSchema.parse({ selected: '1:2 3:4' })).toHaveLength(2)
  expect(bulkSchema.safeParse({ selected: '' }).success).toBe(false)
  expect(bulkSchema.safeParse({}).success).toBe(false)
  expect(seenSchema.parse({ selected: '5\n6' })).toEqual([5n, 6n])
})

test('a title names the first asset and how many there are, in 200 letters', () => {
  expect(proposalTitle('disposal', ['相談記録'])).toBe('相談記録（廃棄）')
  expect(proposalTitle('change', ['相談記録', '受付簿', '台帳'])).toBe('相談記録（内容の変更）ほか2件')
  expect(proposalTitle('change', ['あ'.repeat(200), 'い'])).toHaveLength(200)
})
