import { describe, expect, it } from 'vitest'
import { baseChanges, bundlesOf, decide, withdraw } from './proposal'
import type { Decider, ProposalModel, ProposedItem, Step } from './proposal'
import type { Facts } from './loosening'

const step = (place: number, duty: Step['duty'], state: Step['state'] = 'future'): Step => ({
  place,
  duty,
  departmentId: 1n,
  state,
  decidedBy: null,
  decidedFor: null,
  generation: 1,
})
const item: ProposedItem = {
  number: 5n,
  kind: 'change',
  before: { state: 'active', department_id: 1, take_out: 'prohibited' },
  after: { take_out: 'individual' },
  judgement: null,
}
const model: ProposalModel = {
  state: 'submitted',
  submittedBy: 1n,
  steps: [step(1, 'manager', 'waiting'), step(2, 'officer')],
  items: [item],
}
const by = (personId: bigint, standsInFor: bigint[] = []): Decider => ({
  personId,
  standsInFor,
  decidedFor: standsInFor[0] ?? null,
  mayDo: () => true,
})
const approve = { kind: 'approve', reason: '' } as const
const same = (): Facts => item.before
const chain = () => model.steps

describe('deciding', () => {
  it('passes to the next step, and applies with the last', () => {
    const passed = decide(model, approve, by(2n), same, chain)
    expect([passed.outcome, passed.applied]).toEqual(['passed', []])
    expect(passed.model.steps.map(({ state }) => state)).toEqual(['approved', 'waiting'])
    const approved = decide(passed.model, approve, by(3n), same, chain)
    expect([approved.outcome, approved.applied, approved.model.state]).toEqual([
      'approved',
      [item],
      'approved',
    ])
  })

  it('is refused to the submitter, to who stands in for them, twice to one person, and to anybody else', () => {
    expect(decide(model, approve, by(1n), same, chain).outcome).toBe('ownSubmission')
    expect(decide(model, approve, by(2n, [1n]), same, chain).outcome).toBe('ownSubmission')
    const { model: passed } = decide(model, approve, by(2n), same, chain)
    expect(decide(passed, approve, by(2n), same, chain).outcome).toBe('secondTime')
    expect(decide(passed, approve, by(4n, [2n]), same, chain).outcome).toBe('secondTime')
    expect(decide(model, approve, { ...by(2n), mayDo: () => false }, same, chain).outcome).toBe('notYours')
  })

  it('lets one head release and accept', () => {
    const transfer = { ...model, steps: [step(1, 'manager', 'waiting'), step(2, 'accepting')] }
    const released = decide(transfer, approve, by(2n), same, chain)
    expect(decide(released.model, approve, by(2n), same, chain).outcome).toBe('approved')
  })

  it('returns with a reason only', () => {
    expect(decide(model, { kind: 'return', reason: ' ' }, by(2n), same, chain).outcome).toBe('reasonMissing')
    const returned = decide(model, { kind: 'return', reason: '理由を書いてください' }, by(2n), same, chain)
    expect(returned.model).toMatchObject({
      state: 'returned',
      steps: [{ state: 'returned' }, { state: 'void' }],
    })
    expect(decide(returned.model, approve, by(3n), same, chain).outcome).toBe('notWaiting')
  })

  it('shows a changed base again from the first step, and applies nothing', () => {
    const passed = decide(model, approve, by(2n), same, chain).model
    const now = () => ({ ...item.before, take_out: 'blanket' })
    const again = decide(passed, approve, by(3n), now, chain)
    expect([again.outcome, again.applied]).toEqual(['baseChanged', []])
    expect(again.model.items[0]?.before['take_out']).toBe('blanket')
    expect(again.model.steps.map(({ state, generation }) => [state, generation])).toEqual([
      ['void', 1],
      ['void', 1],
      ['waiting', 2],
      ['future', 2],
    ])
    expect(decide(again.model, approve, by(2n), now, chain).outcome).toBe('passed')
  })

  it('is overtaken where the asset ended, or says already what was proposed', () => {
    expect(decide(model, approve, by(2n), () => null, chain).outcome).toBe('overtaken')
    const done = () => ({ ...item.before, take_out: 'individual' })
    expect(decide(model, approve, by(2n), done, chain).outcome).toBe('overtaken')
  })
})

it('a submitted proposal is withdrawn, a decided one is not', () => {
  expect(withdraw(model)?.steps.map(({ state }) => state)).toEqual(['void', 'void'])
  expect(withdraw({ ...model, state: 'approved' })).toBeNull()
})

it('only what stands in `before` counts as its base', () => {
  expect(baseChanges(item, { ...item.before, remarks: 'x' })).toEqual([])
  expect(baseChanges(item, { ...item.before, department_id: 2 })).toEqual(['department_id'])
})

it('bundles by department, by target and by chain, and leaves a merge whole', () => {
  const placed = (number: bigint, kind: ProposedItem['kind'], departmentId: bigint, chain: string) => ({
    number,
    kind,
    departmentId,
    toDepartmentId: null,
    chain,
  })
  const bundles = bundlesOf(
    [
      placed(1n, 'change', 1n, 'manager'),
      placed(2n, 'reclassification', 1n, 'manager,ciso'),
      placed(3n, 'change', 1n, 'manager'),
      placed(4n, 'change', 2n, 'manager'),
      placed(5n, 'merge', 1n, 'manager'),
      placed(6n, 'merge', 1n, 'manager,officer'),
    ],
    ({ chain: steps }) => steps,
  )
  expect(bundles.map(({ items }) => items.map(({ number }) => Number(number)))).toEqual([
    [1, 3],
    [2],
    [4],
    [5, 6],
  ])
})
