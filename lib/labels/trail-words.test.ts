import { expect, it } from 'vitest'
import { changesInWords } from './trail-words'

it.each([
  ['reviews', 'open', 'closed', '受付中', '締切済み'],
  ['proposals', 'submitted', 'approved', '承認待ち', '承認済み'],
  ['proposals', 'submitted', 'withdrawn', '承認待ち', '取下げ'],
  ['review_departments', 'certified', 'returned', '証明済み', '差戻し'],
  ['review_departments', 'open', 'reopened', '受付中', '再び受付中'],
  ['review_certifications', 'standing', 'voided', '有効', '無効'],
  ['approval_steps', 'waiting', 'approved', '承認待ち', '承認済み'],
  ['assets', 'draft', 'active', '下書き', '有効'],
  ['digests', 'failed', 'queued', '再送待ち', '送信待ち'],
])('says the states of %s in words: %s, %s', (table, before, after, beforeWord, afterWord) => {
  expect(changesInWords({ state: [before, after] }, {}, table)).toEqual([
    { field: '状態', before: beforeWord, after: afterWord },
  ])
})

it('says a role, its reach, an employment and the status of a scheme in words', () => {
  const changes = {
    role: [null, 'assetClerk'],
    scope_kind: [null, 'department'],
    employment: [null, 'regular'],
    status: ['draft', 'inForce'],
  } satisfies Record<string, [unknown, unknown]>
  for (const { after } of changesInWords(changes, {})) expect(after).not.toMatch(/[a-z]/u)
})
