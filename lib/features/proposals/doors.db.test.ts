import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs, disposal, loosening } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'

/* The door of decisions by raw SQL, as people of a small city: every outcome of a decision. */
let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
})
afterAll(() => city.end())

const department = (code: string) => Number(city.idOf('department', code))
const today = async () => (await city.owner<{ day: string }>('select app_today()::text as day'))[0]?.day

describe('who has to approve', () => {
  test.each([
    ['a registration: the manager', null, { confidentiality: '3B' }, ['manager']],
    ['a registration at 3A: the CISO too', null, { confidentiality: '3A' }, ['manager', 'ciso']],
    ['a raised level: the manager', { confidentiality: '2' }, { confidentiality: '3B' }, ['manager']],
    ['to 3A: the CISO too', { confidentiality: '3B' }, { confidentiality: '3A' }, ['manager', 'ciso']],
    [
      'lowered from 3C: the bureau officer',
      { confidentiality: '3C' },
      { confidentiality: '2' },
      ['manager', 'officer'],
    ],
    ['lowered from 3B: the CISO', { confidentiality: '3B' }, { confidentiality: '2' }, ['manager', 'ciso']],
  ] as const)('%s', async (_name, from, to, duties) => {
    const number = from ? await acts.registered('11', from) : await acts.draft('clerk', '11', to)
    const id = from
      ? await acts.propose('clerk', '11', number, 'reclassification', {}, acts.judgement(to))
      : await acts.propose('clerk', '11', number, 'registration', { state: 'active' })
    expect((await acts.steps(id)).map((said) => said.split(' ')[0])).toEqual(duties)
  })
  test('of a school’s: the superintendent, for importance I and for lowering', async () => {
    const top = await acts.draft('teacher', '91', { importance: 'I' })
    const id = await acts.propose('teacher', '91', top, 'registration', { state: 'active' })
    expect(await acts.steps(id)).toEqual(['manager waiting', 'educationChief future'])
    const number = await acts.registered('91', { importance: 'II' })
    const lowered = await acts.propose(
      'teacher',
      '91',
      number,
      'reclassification',
      {},
      acts.judgement({ importance: 'III' }),
    )
    expect(await acts.steps(lowered)).toEqual(['manager waiting', 'educationChief future'])
  })
})

describe('deciding', () => {
  test('the last step applies exactly what was proposed, in the names of submitter and decider', async () => {
    const number = await acts.registered('11', { confidentiality: '3B' })
    const id = await acts.propose(
      'clerk',
      '11',
      number,
      'reclassification',
      { zone_code: 'lgwan', zone_not_applicable: false },
      acts.judgement({ confidentiality: '2' }),
    )
    expect([await acts.decide('head', id), await acts.stateOf(id)]).toEqual(['passed', 'submitted'])
    expect(await acts.row(number)).toMatchObject({ confidentiality: '3B', zone_code: null })
    expect([await acts.decide('ciso', id), await acts.stateOf(id)]).toEqual(['approved', 'approved'])
    expect(await acts.row(number)).toMatchObject({
      confidentiality: '2',
      zone_code: 'lgwan',
      last_confirmed_on: await today(),
      updated_by: Number(city.idOf('person', 'ciso')),
    })
    const [judged] = await city.owner(
      'select evaluator_id, reason from classifications where asset_number = $1 order by id desc limit 1',
      [number],
    )
    expect(judged).toEqual({ evaluator_id: city.idOf('person', 'clerk'), reason: 'judged anew' })
  })
  test('a disposal and a merge end assets; what survives stays', async () => {
    const [gone, lost, kept] = [await acts.registered(), await acts.registered(), await acts.registered()]
    const day = { ...disposal, disposed_on: await today() }
    expect(await acts.decide('head', await acts.propose('clerk', '11', gone, 'disposal', day))).toBe(
      'approved',
    )
    expect(await acts.row(gone)).toMatchObject(day)
    const answer = await acts.submit('clerk', 'asset.merge', [
      {
        departmentId: city.idOf('department', '11'),
        items: [
          {
            number: lost,
            version: await acts.version(lost),
            kind: 'merge',
            after: { state: 'merged', merged_into: kept },
          },
          { number: kept, version: await acts.version(kept), kind: 'merge', after: { state: 'active' } },
        ],
      },
    ])
    expect(await acts.propose('clerk', '11', kept, 'change', loosening)).toBe('alreadyProposed')
    expect(await acts.decide('head', answer[0]?.id ?? '')).toBe('approved')
    expect(await acts.row(lost)).toMatchObject({ state: 'merged', merged_into: Number(kept) })
    expect(await acts.row(kept)).toMatchObject({ state: 'active', version: 3 })
  })
  test('a transfer is released by one head and accepted by the other; until then the releaser answers', async () => {
    const number = await acts.registered()
    const id = await acts.propose(
      'clerk',
      '11',
      number,
      'transfer',
      { department_id: department('12') },
      undefined,
      '12',
    )
    expect(await acts.decide('head12', id)).toBe('notYours')
    expect(await acts.decide('head', id)).toBe('passed')
    expect(await acts.row(number)).toMatchObject({ department_id: department('11') })
    expect(await acts.decide('head', id)).toBe('notYours')
    expect(await acts.decide('head12', id)).toBe('approved')
    expect(await acts.row(number)).toMatchObject({ department_id: department('12') })
  })
  test('a return names its reason, ends the bundle and leaves the ledger alone; then it may be submitted anew', async () => {
    const number = await acts.registered()
    const id = await acts.propose('clerk', '11', number, 'change', loosening)
    await expect(acts.decide('head', id, 'return', { reason: ' ' })).rejects.toMatchObject({ code: '23514' })
    expect([await acts.decide('head', id, 'return'), await acts.stateOf(id)]).toEqual([
      'returned',
      'returned',
    ])
    expect(await acts.row(number)).toMatchObject({ personal_data: 'personal' })
    const again = await acts.propose('clerk', '11', number, 'change', loosening)
    expect(await acts.decide('second', again)).toBe('approved')
  })
  test('nobody decides what they submitted; somebody else of the same post does', async () => {
    const number = await acts.registered()
    const id = await acts.propose('head', '11', number, 'change', loosening)
    expect(await acts.decide('head', id)).toBe('ownSubmission')
    expect(await acts.decide('head', id, 'return')).toBe('ownSubmission')
    expect(await acts.decide('second', id)).toBe('approved')
  })
  test('nobody takes two steps; a step is of its duty only', async () => {
    const number = await acts.registered('11', { confidentiality: '3C' })
    const id = await acts.propose(
      'clerk',
      '11',
      number,
      'reclassification',
      {},
      acts.judgement({ confidentiality: '2' }),
    )
    for (const login of ['head12', 'ciso', 'educator', 'principal'])
      expect(await acts.decide(login, id)).toBe('notYours')
    expect(await acts.decide('officer', id)).toBe('passed')
    expect(await acts.decide('officer', id)).toBe('secondTime')
    expect(await acts.decide('head', id)).toBe('notYours')
    expect(await acts.decide('chief', id)).toBe('approved')
  })
  test('of two deciders the later is told that it is stale, and so is whoever saw another version', async () => {
    const id = await acts.propose('clerk', '11', await acts.registered(), 'change', loosening)
    const version = await acts.seen(id)
    expect(await acts.decide('head', id, 'approve', { version: version + 1 })).toBe('stale')
    expect(await acts.decide('head', id, 'approve', { version })).toBe('approved')
    expect(await acts.decide('second', id, 'approve', { version })).toBe('stale')
  })
  test('several at once are decided each for itself, in their order', async () => {
    const [mine, good] = [
      await acts.propose('head', '11', await acts.registered(), 'change', loosening),
      await acts.propose('clerk', '11', await acts.registered(), 'change', loosening),
    ]
    const decisions = [good, mine, '999999'].map((id) => ({ id, version: 1, act: 'approve' }))
    expect(await acts.decideAll('head', decisions)).toMatchObject([
      { id: mine, outcome: 'ownSubmission' },
      { id: good, outcome: 'approved' },
      { id: '999999', outcome: 'notYours' },
    ])
  })
  test('without proposal.decide nobody gets in', async () => {
    for (const login of ['clerk', 'secretary', 'auditor'])
      await expect(acts.decideAll(login, [])).rejects.toThrow('needs proposal.decide')
  })
})
