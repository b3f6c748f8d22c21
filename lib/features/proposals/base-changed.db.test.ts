import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs, loosening } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'

/* What happens between a submission and its approval: by raw SQL, as people of a small city. */
let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
})
afterAll(() => city.end())

const department = (code: string) => Number(city.idOf('department', code))
const edit = (number: string, sets: string) =>
  city.act('clerk', 'asset.edit', `update assets set ${sets} where number = $1`, [number])
const succeed = (from: string, to: string) =>
  city.act(
    'secretary',
    'organization.manage',
    `insert into department_successions (effective_on, kind, from_id, to_id) values ('2026-04-01', 'merge', $1, $2)`,
    [department(from), department(to)],
  )
const move = (from: string, to: string, number: string) =>
  city.act('secretary', 'asset.moveToSuccessor', 'select move_to_successor($1, $2, $3)', [
    department(from),
    department(to),
    [number],
  ])
const facts = async (id: string) =>
  (
    await city.owner(
      'select p.base_changed_at is not null as shown_again, p.department_id, p.items_hash = items_hash(array[i]) as sealed, i.before, i.state from proposals p join proposal_items i on i.proposal_id = p.id where p.id = $1',
      [id],
    )
  )[0]

describe('the base changed', () => {
  test('in a field of the item: nothing is applied, all see it again, all decide anew', async () => {
    const number = await acts.registered('11', { confidentiality: '3C' })
    const id = await acts.propose(
      'clerk',
      '11',
      number,
      'reclassification',
      loosening,
      acts.judgement({ confidentiality: '2' }),
    )
    expect(await acts.decide('head', id)).toBe('passed')
    await edit(number, 'data_subjects = 200')
    expect(await acts.decide('officer', id)).toBe('baseChanged')
    expect(await acts.row(number)).toMatchObject({ confidentiality: '3C', data_subjects: 200 })
    expect(await facts(id)).toMatchObject({ shown_again: true, sealed: true, before: { data_subjects: 200 } })
    expect(await acts.steps(id)).toEqual(['manager waiting', 'officer future'])
    expect([await acts.decide('head', id), await acts.decide('officer', id)]).toEqual(['passed', 'approved'])
    expect(await acts.row(number)).toMatchObject({ confidentiality: '2', data_subjects: 0 })
  })
  test('in another field: it is applied, and what was corrected meanwhile stays', async () => {
    const number = await acts.registered()
    const id = await acts.propose('clerk', '11', number, 'change', loosening)
    await edit(number, `remarks = 'corrected', retention = '5'`)
    expect(await acts.decide('head', id)).toBe('approved')
    expect(await acts.row(number)).toMatchObject({ remarks: 'corrected', personal_data: 'none' })
  })
  test('so that it says so already: it is overtaken', async () => {
    const number = await acts.registered()
    const id = await acts.propose('clerk', '11', number, 'change', {
      visibility: 'restricted',
      retention: undefined,
    })
    await edit(number, `visibility = 'restricted'`)
    expect([await acts.decide('head', id), await acts.stateOf(id)]).toEqual(['overtaken', 'overtaken'])
  })
  test('of a bundle: the items that say so already drop out, the others are shown again', async () => {
    const [one, other] = [await acts.registered(), await acts.registered()]
    const items = await Promise.all(
      [one, other].map(async (number) => ({
        number,
        version: await acts.version(number),
        kind: 'change',
        after: { take_out: 'prohibited' },
      })),
    )
    const [{ id } = { id: '' }] = await acts.submit('clerk', 'asset.edit', [
      { departmentId: city.idOf('department', '11'), items },
    ])
    await edit(one, `take_out = 'prohibited'`)
    expect(await acts.decide('head', id)).toBe('baseChanged')
    expect(await acts.decide('head', id)).toBe('approved')
    expect(
      await city.owner('select state from proposal_items where proposal_id = $1 order by place', [id]),
    ).toEqual([{ state: 'closed' }, { state: 'applied' }])
  })
  test('by a move to the successor: its head decides', async () => {
    await succeed('13', '12')
    const number = await acts.registered('13')
    const id = await acts.propose('clerk13', '13', number, 'change', loosening)
    await move('13', '12', number)
    expect(await acts.decide('head12', id)).toBe('notYours')
    await city.act('secretary', 'asset.moveToSuccessor', 'select escalate_waiting_steps()')
    expect(await acts.decide('head12', id)).toBe('baseChanged')
    expect(await acts.decide('head12', id)).toBe('approved')
    expect(await acts.row(number)).toMatchObject({ personal_data: 'none', department_id: department('12') })
  })
  test('so that the assets of a bundle went apart: it is overtaken', async () => {
    const [one, other] = [await acts.registered('13'), await acts.registered('13')]
    const items = await Promise.all(
      [one, other].map(async (number) => ({
        number,
        version: await acts.version(number),
        kind: 'change',
        after: loosening,
      })),
    )
    const [{ id } = { id: '' }] = await acts.submit('clerk13', 'asset.edit', [
      { departmentId: city.idOf('department', '13'), items },
    ])
    await move('13', '12', one)
    expect(await acts.decide('officer', id)).toBe('overtaken')
  })
})

describe('while a change waits', () => {
  test('a draft is neither edited, judged nor withdrawn; taken back it is', async () => {
    const number = await acts.draft('clerk', '11')
    const id = await acts.propose('clerk', '11', number, 'registration', { state: 'active' })
    await expect(edit(number, `name = 'another'`)).rejects.toThrow('taken back')
    await expect(
      city.act('clerk', 'asset.edit', ...acts.judged(number, { confidentiality: '1' })),
    ).rejects.toThrow('may not be classified now')
    await expect(
      city.act('clerk', 'asset.cancel', `update assets set state = 'cancelled' where number = $1`, [number]),
    ).rejects.toThrow('taken back')
    const [taken] = await city.act(
      'clerk',
      'asset.edit',
      `select withdraw_proposals($1, 'a slip') as answer`,
      [[id]],
    )
    expect(taken).toEqual({ answer: [{ id, outcome: 'withdrawn' }] })
    expect(await city.owner('select state, end_reason from proposals where id = $1', [id])).toEqual([
      { state: 'withdrawn', end_reason: 'a slip' },
    ])
    await edit(number, `name = 'another'`)
    expect(await acts.decide('head', id)).toBe('stale')
  })
  test('it is taken back by whoever may submit the same there, nobody else, and once', async () => {
    const [today] = await city.owner<{ day: string }>('select app_today()::text as day')
    const id = await acts.propose('clerk', '11', await acts.registered(), 'disposal', {
      state: 'disposed',
      disposed_on: today?.day,
      disposed_by: 'us',
      disposal_method: 'shredding',
    })
    const take = async (login: string) =>
      (
        await city.act<{ answer: { outcome: string }[] }>(
          login,
          'asset.edit',
          `select withdraw_proposals($1, '') as answer`,
          [[id]],
        )
      )[0]?.answer[0]?.outcome
    expect(await take('clerk12')).toBe('notYours')
    await expect(take('auditor')).rejects.toThrow('needs a permission')
    expect([await take('colleague'), await take('clerk')]).toEqual(['withdrawn', 'stale'])
  })
  test('a scheme that is retired meanwhile leaves its judgements behind', async () => {
    const number = await acts.registered('91', { importance: 'III' })
    const id = await acts.propose(
      'teacher',
      '91',
      number,
      'reclassification',
      {},
      acts.judgement({ importance: 'II' }),
    )
    await city.act(
      'ciso',
      'scheme.enforce',
      `update classification_schemes set status = 'retired' where code = 'e25'`,
    )
    expect(await acts.decide('principal', id)).toBe('overtaken')
  })
})
