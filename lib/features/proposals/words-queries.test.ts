import { expect, test } from 'vitest'
import { municipal2024 } from '@/lib/domain/schemes/municipal-2024'
import type { ProposalDetail, ProposalItem } from './detail-schema'
import { shownProposal } from './words-queries'

const scheme = {
  id: '1',
  code: 'municipal-2024',
  family: 'municipal' as const,
  label: '自治体の分類',
  status: 'inForce' as const,
  effectiveOn: '2024-10-01',
  levels: municipal2024.levels.map((level) => ({ ...level })),
  restrictions: [],
}
const book = {
  vocabulary: {
    zones: [
      { code: 'lgwan', label: 'LGWAN接続系', network: 'municipal' as const },
      { code: 'internet', label: 'インターネット接続系', network: 'municipal' as const },
    ],
    schemes: [scheme],
  },
  names: new Map([
    [7n, '市民部 市民課'],
    [8n, '税務部 市民税課'],
  ]),
}
const standing = { schemeId: '1', confidentiality: '3B', integrity: '2', availability: '2', importance: null }
const item: ProposalItem = {
  number: 12n,
  name: '受付簿',
  place: 1,
  kind: 'change',
  before: { state: 'active', department_id: 7 },
  after: {},
  judgement: null,
  loosens: [],
  inReach: true,
  current: standing,
}
const proposal: ProposalDetail = {
  id: 3n,
  version: 1,
  title: '受付簿（内容の変更）',
  state: 'submitted',
  department: '市民課',
  bureau: '市民部',
  toDepartment: null,
  submittedBy: { id: 5n, name: '市民課 担当' },
  submittedAt: new Date('2026-11-23T00:10:00Z'),
  reason: null,
  endReason: null,
  baseChangedAt: null,
  items: [item],
  itemCount: 1,
  steps: [],
  mayDecide: true,
  mayWithdraw: false,
  toMend: [],
  toMendCount: 0,
}
const changesOf = (part: Partial<ProposalItem>) =>
  shownProposal({ ...proposal, items: [{ ...item, ...part }] }, book).items[0]?.changes

test('each change is said by its field from what to what; what loosens the handling is marked', () => {
  const before = { ...item.before, take_out: 'individual', remarks: null }
  expect(
    changesOf({ before, after: { take_out: 'blanket', remarks: '棚卸し済み' }, loosens: ['take_out'] }),
  ).toEqual([
    { field: '外部持ち出し（取扱いが緩くなります）', before: '個別許可', after: '包括許可' },
    { field: '備考', before: '', after: '棚卸し済み' },
  ])
})

test('a department is said by its name, a zone by what the city calls it, also where none is needed', () => {
  expect(changesOf({ kind: 'transfer', after: { department_id: 8 } })).toEqual([
    { field: '所管課', before: '市民部 市民課', after: '税務部 市民税課' },
  ])
  const before = { ...item.before, zone_code: 'lgwan', zone_not_applicable: false }
  expect(changesOf({ before, after: { zone_code: null, zone_not_applicable: true } })).toEqual([
    { field: 'ネットワーク区分', before: 'LGWAN接続系', after: '対象外' },
  ])
})

test('a judgement is said axis by axis, from the levels it was submitted against; the same levels say so', () => {
  const before = {
    ...item.before,
    scheme_id: 1,
    confidentiality: '3B',
    integrity: '2',
    availability: '2',
    importance: null,
  }
  const judgement = { ...standing, reason: '非公開の附票を含むため' }
  const judged = {
    kind: 'reclassification' as const,
    before,
    judgement: { ...judgement, confidentiality: '2' },
  }
  expect(changesOf({ ...judged, current: { ...standing, confidentiality: '2' } })).toEqual([
    { field: '機密性', before: '自治体機密性3B', after: '自治体機密性2' },
  ])
  expect(changesOf({ ...judged, judgement })).toEqual([
    { field: '分類', before: '自治体機密性3B・完全性2・可用性2', after: '今と同じ分類' },
  ])
})

test('only the newest round of approvals is the chain; what was decided before stays as the past', () => {
  const step = {
    id: 1n,
    place: 1,
    generation: 1,
    duty: 'manager' as const,
    department: '市民課',
    state: 'void' as const,
    decidedBy: '市民課 課長',
    decidedFor: null,
    decidedAt: new Date('2026-11-23T01:00:00Z'),
    reason: null,
    names: [],
  }
  const anew = {
    ...step,
    id: 2n,
    generation: 2,
    state: 'waiting' as const,
    decidedBy: null,
    decidedAt: null,
    names: ['部長'],
  }
  const shown = shownProposal(
    { ...proposal, steps: [step, anew], baseChangedAt: new Date('2026-11-23T02:00:00Z') },
    book,
  )
  expect(shown).toMatchObject({ isBaseChanged: true, waitsFor: ['部長'], department: '市民部 市民課' })
  expect(shown.steps.map(({ id }) => id)).toEqual(['2'])
  expect(shown.olderSteps.map(({ decided }) => decided)).toEqual([
    '市民課 課長さん　令和8年11月23日(月) 10:00',
  ])
})

test('what comes after the approval that waits is said by who may decide it, else by its duty; the last one has none', () => {
  const step = {
    id: 1n,
    place: 1,
    generation: 1,
    duty: 'manager' as const,
    department: '市民課',
    state: 'waiting' as const,
    decidedBy: null,
    decidedFor: null,
    decidedAt: null,
    reason: null,
    names: ['市民課 課長'],
  }
  const second = { ...step, id: 2n, place: 2, duty: 'ciso' as const, state: 'future' as const }
  const comesNext = (steps: ProposalDetail['steps']) => shownProposal({ ...proposal, steps }, book).comesNext
  expect(comesNext([step])).toBeNull()
  expect(comesNext([step, { ...second, names: ['最高 太郎'] }])).toBe(
    '承認すると、次に最高 太郎さんの承認を待ちます。',
  )
  expect(comesNext([step, { ...second, names: [] }])).toBe('承認すると、次の段階（CISOの承認）に進みます。')
})
