import { expect, test } from 'vitest'
import {
  answerRest,
  answerRow,
  certify,
  countsOf,
  departmentState,
  moveRow,
  openRow,
  reopenDepartment,
  closeReview,
  returnDepartment,
  sealOf,
  totalsOf,
  type ReviewModel,
  type Row,
} from './review'

const row = (number: bigint, more: Partial<Row> = {}): Row => ({
  number,
  departmentId: 1n,
  version: 1,
  answer: null,
  settled: false,
  inBulk: false,
  opened: false,
  objections: [],
  toDepartmentId: null,
  ...more,
})
const review = (...rows: Row[]): ReviewModel => ({
  state: 'open',
  rows,
  standing: new Map(),
  returned: new Set(),
  signedOff: new Set(),
  reopened: new Set(),
})
const counts = (more: object) => ({ ...countsOf([]), rows: 3, none: 3, ...more })

test('a department is judged by its counts, by what is kept, and by the day', () => {
  const state = (more: object, kept: 'open' | 'certified' | 'returned' = 'open', today = '2026-05-01') =>
    departmentState(counts(more), kept, '2026-05-01', today)
  expect(state({})).toEqual({ state: 'notBegun', late: false, daysLeft: 0 })
  expect(state({ none: 2, unchanged: 1 }).state).toBe('inProgress')
  expect(state({ none: 0, change: 3, unsettled: 1 }).state).toBe('inProgress')
  expect(state({ none: 0, unchanged: 3 }, 'open', '2026-05-02')).toEqual({
    state: 'answered',
    late: true,
    daysLeft: -1,
  })
  expect(state({ none: 0, unchanged: 3 }, 'certified', '2027-01-01').late).toBe(false)
  expect(state({ none: 0, unchanged: 3 }, 'returned').state).toBe('returned')
})

test('totals are the sums of their parts', () => {
  const one = countsOf([row(1n), row(2n, { answer: 'change' })])
  const other = countsOf([row(3n, { answer: 'unchanged', settled: true, inBulk: true })])
  expect(totalsOf([one, other])).toEqual({
    ...countsOf([]),
    rows: 3,
    none: 1,
    unchanged: 1,
    change: 1,
    unsettled: 1,
    bulk: 1,
  })
})

test('the second of two who answer the same row is told, and nothing is overwritten', () => {
  const first = answerRow(review(row(1n)), { number: 1n, version: 1, answer: 'unchanged' })
  const second = answerRow(first.model, { number: 1n, version: 1, answer: 'change' })
  expect([first.outcome, second.outcome, second.model.rows[0]?.answer]).toEqual([
    'saved',
    'conflict',
    'unchanged',
  ])
})

test('what something speaks against is opened first; what the ledger contradicts is never unchanged', () => {
  const open = review(row(1n, { objections: ['mustOpen'] }), row(2n, { objections: ['openProposal'] }))
  const answer = (model: ReviewModel, number: bigint, version: number) =>
    answerRow(model, { number, version, answer: 'unchanged' }).outcome
  expect([answer(open, 1n, 1), answer(openRow(open, 1n), 1n, 2), answer(openRow(open, 2n), 2n, 2)]).toEqual([
    'refused',
    'saved',
    'refused',
  ])
})

test('the rest is what is free, and never more than was seen', () => {
  const model = review(row(1n), row(2n), row(3n, { objections: ['changedSince'] }))
  expect(answerRest(model, 1n, 1).outcome).toBe('countChanged')
  const answered = answerRest(model, 1n, 2)
  expect(answered.model.rows.map(({ inBulk }) => inBulk)).toEqual([true, true, false])
  expect(answerRest(answered.model, 1n, 2).outcome).toBe('nothing')
})

test('a certificate is of the answers that were seen, and ends with the next change', () => {
  const answered = answerRest(review(row(1n), row(2n)), 1n, 2).model
  expect(certify(answered, 1n, 'something else').outcome).toBe('changed')
  const certified = certify(answered, 1n, sealOf(answered, 1n)).model
  expect(certify(certified, 1n, sealOf(certified, 1n)).outcome).toBe('alreadyCertified')
  const later = answerRow(certified, { number: 1n, version: 2, answer: null }).model
  expect([later.standing.size, certify(later, 1n, sealOf(later, 1n)).outcome]).toEqual([0, 'notAnswered'])
  expect(returnDepartment(certified, 1n).returned.has(1n)).toBe(true)
})

test('a row goes with its asset, but not out of a certified department; accepted from "not ours" it is answered anew', () => {
  const asked = review(
    row(1n, { answer: 'notOurs', toDepartmentId: 2n }),
    row(2n, { answer: 'unchanged', settled: true }),
  )
  expect(moveRow(asked, 1n, 2n).rows[0]).toMatchObject({
    departmentId: 2n,
    answer: null,
    toDepartmentId: null,
  })
  expect(moveRow(asked, 2n, 2n).rows[1]).toMatchObject({ departmentId: 2n, answer: 'unchanged' })
  const certified = { ...asked, standing: new Map([[1n, 'seal']]) }
  expect(moveRow(certified, 2n, 2n).rows[1]?.departmentId).toBe(1n)
})

test('a closed review takes no answer but of a department that was opened again', () => {
  const closed = closeReview(review(row(1n)))
  const answer = { number: 1n, version: 1, answer: 'unchanged' } as const
  expect(answerRow(closed, answer).outcome).toBe('closed')
  expect(answerRow(reopenDepartment(closed, 1n), answer).outcome).toBe('saved')
})
