import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs, disposal, loosening } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'

/* The door of submissions by raw SQL, as people of a small city: every refusal of a submission. */
let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
})
afterAll(() => city.end())

const department = (code: string) => Number(city.idOf('department', code))

describe('submitting is refused, with nothing written', () => {
  const item = (
    number: string,
    version: number,
    kind = 'change',
    after: object = loosening,
    judgement?: object,
  ) => ({
    number,
    version,
    kind,
    after,
    ...(judgement ? { judgement } : {}),
  })
  const one = (login: string, permission: string, ...items: ReturnType<typeof item>[]) =>
    acts.submit(login, permission, [{ departmentId: city.idOf('department', '11'), items }])

  test('as notPermitted where the permission in use is for something else', async () => {
    const number = await acts.registered()
    expect(await one('clerk', 'asset.edit', item(number, 3, 'disposal', disposal))).toEqual({
      refused: 'notPermitted',
      numbers: [number],
    })
  })
  test('as notFound for an asset that is not there, is out of reach, or is 関係者限り of others', async () => {
    const other = await acts.registered('12')
    for (const number of [other, '999999'])
      expect(await one('clerk', 'asset.edit', item(number, 3))).toEqual({
        refused: 'notFound',
        numbers: [number],
      })
  })
  test('as stale when the asset was changed since it was seen', async () => {
    const number = await acts.registered()
    expect(await one('clerk', 'asset.edit', item(number, (await acts.version(number)) - 1))).toMatchObject({
      refused: 'stale',
    })
  })
  test('as alreadyProposed while another change of the asset waits', async () => {
    const number = await acts.registered()
    await acts.propose('clerk', '11', number, 'change', loosening)
    expect(await acts.propose('colleague', '11', number, 'change', loosening)).toBe('alreadyProposed')
  })
  test('as unclassified for a draft without its levels', async () => {
    const number = await acts.draft('clerk', '11', null)
    expect(await acts.propose('clerk', '11', number, 'registration', { state: 'active' })).toBe(
      'unclassified',
    )
  })
  test('as ended for what was disposed of or withdrawn', async () => {
    const number = await acts.draft('clerk', '11')
    await city.act('clerk', 'asset.cancel', `update assets set state = 'cancelled' where number = $1`, [
      number,
    ])
    expect(await acts.propose('clerk', '11', number, 'change', loosening)).toBe('ended')
  })
  test('as nothingChanges where the asset says so already', async () => {
    const number = await acts.registered()
    expect(await acts.propose('clerk', '11', number, 'change', { personal_data: 'personal' })).toBe(
      'nothingChanges',
    )
  })
  test('as closedDepartment for a transfer to a department that has closed', async () => {
    const number = await acts.registered()
    const [closed] = await city.act<{ id: string }>(
      'secretary',
      'organization.manage',
      `insert into departments (code, name, category_code, executive_body_code, parent_id, bureau_id, valid_from, valid_to)
       values ('19', 'Closed', 'internal', 'mayor', $1, 0, '2020-04-01', '2024-03-31') returning id::text`,
      [department('10')],
    )
    const answer = await acts.submit('clerk', 'asset.transfer', [
      {
        departmentId: city.idOf('department', '11'),
        toDepartmentId: closed?.id ?? '',
        items: [item(number, await acts.version(number), 'transfer', { department_id: Number(closed?.id) })],
      },
    ])
    expect(answer).toMatchObject({ refused: 'closedDepartment' })
  })
  test('as unfit for what is no change of its kind, or no row of a ledger', async () => {
    const number = await acts.registered()
    const draft = await acts.draft('clerk', '11')
    const version = await acts.version(number)
    const wishes = [
      item(number, version, 'change', { name: 'another' }),
      item(number, version, 'change', { personal_data: 'none', data_subjects: 5 }),
      item(number, version, 'change', { zone_code: 'nowhere', zone_not_applicable: false }),
      item(number, version, 'change', { my_number_use: 'use' }),
      item(number, version, 'change', { confidentiality: '1' }),
      item(number, version, 'registration', { state: 'active' }),
      item(draft, await acts.version(draft), 'change', loosening),
    ]
    for (const wish of wishes)
      expect([wish, await one('clerk', 'asset.edit', wish)]).toMatchObject([wish, { refused: 'unfit' }])
    const late = { ...disposal, disposed_on: '2999-01-01' }
    for (const after of [late, { state: 'disposed' }])
      expect(await acts.propose('clerk', '11', number, 'disposal', after)).toBe('unfit')
    const judged = acts.judgement({ confidentiality: '2' })
    for (const judgement of [
      { ...judged, integrity: null },
      { ...judged, reason: ' ' },
      { ...judged, confidentiality: '9' },
      acts.judgement({ confidentiality: '2', scheme: 'm15' }),
    ])
      expect(await acts.propose('clerk', '11', number, 'reclassification', {}, judgement)).toBe('unfit')
    expect(
      await city.owner(`select from proposal_items where asset_number = any ($1) and state <> 'applied'`, [
        [number, draft],
      ]),
    ).toEqual([])
  })
  test('outright for whoever holds no such permission, or nothing in use', async () => {
    const number = await acts.registered()
    for (const [login, permission] of [
      ['auditor', 'asset.edit'],
      ['ciso', 'asset.dispose'],
      ['clerk', 'review.manage'],
      ['clerk', ''],
    ] as const)
      await expect(one(login, permission, item(number, 3))).rejects.toThrow('needs a permission')
  })
})
