import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countEvents, recordedOf } from '@/e2e/support/recorded'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { rawSql } from '@/e2e/support/small-city-sessions'
import type { DepartmentEntry } from '@/lib/domain/organization-plan'
import { closeDepartments, reorganize } from './commands'
import { listDepartments, listOrganization } from './queries'

let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
})
afterAll(() => city.end())

const organizer = () => city.may('secretariat', 'organization.manage')
const aDepartment = (code: string, parentCode: string | null, name: string): DepartmentEntry => ({
  code,
  parentCode,
  name,
  categoryCode: 'internal',
  executiveBodyCode: 'mayor',
  validFrom: '2026-04-01',
  validTo: null,
})

describe('a reorganisation', () => {
  it('adds, closes and records successors in one go, an event for every row', async () => {
    const outcome = await reorganize(await organizer(), {
      add: [aDepartment('600', null, '福祉部'), aDepartment('610', '600', '国保年金課')],
      close: [{ code: '120', validTo: '2026-03-31' }],
      succeed: [{ effectiveOn: '2026-04-01', kind: 'rename', fromCode: '120', toCode: '610' }],
    })
    if ('refused' in outcome) throw new Error(outcome.refused)
    expect(await recordedOf(city, 'departments', outcome.result.ids.get('610')!)).toMatchObject([
      { action: 'department.added', changes: { parent_id: [null, Number(outcome.result.ids.get('600'))] } },
    ])
    expect(await recordedOf(city, 'departments', city.departmentIds.get('120')!)).toMatchObject([
      { action: 'department.added' },
      { action: 'department.closed', changes: { valid_to: [null, '2026-03-31'] } },
    ])
  })

  it('shows on its day the new tree with the old name, and before it the old one', async () => {
    const reader = await city.may('clerk-110', 'organization.read')
    const later = await listDepartments(reader, '2026-04-01')
    expect(later.find(({ code }) => code === '610')).toMatchObject({
      bureau: '福祉部',
      depth: 1,
      formerly: [{ name: '保険課', kind: 'rename', on: '2026-04-01' }],
    })
    expect(later.map(({ code }) => code)).not.toContain('120')
    const now = (await listDepartments(reader)).map(({ code }) => code)
    expect(now).toContain('120')
    expect(now).not.toContain('610')
  })

  it('lists the roles that somebody holds for a department today, here or above', async () => {
    const held = async (login: string) => {
      const departments = await listDepartments(await city.may(login, 'organization.read'))
      return new Map(departments.map(({ code, heldRoles }) => [code, [...heldRoles].sort()]))
    }
    const known = await held('auditor')
    expect(known.get('110')).toEqual(['assetClerk', 'assetManager'])
    expect(known.get('111')).toEqual(['assetClerk', 'assetManager'])
    expect(known.get('500')).toEqual([])
    expect((await held('assetclerk')).get('110')).toEqual(['assetClerk'])
  })

  it('writes nothing when one part of it is refused', async () => {
    const before = [await countEvents(city), await listOrganization(await organizer())]
    const add = [aDepartment('700', null, '環境部')]
    const attempts = [
      { add: [...add, aDepartment('710', '999', '孤立課')], close: [], succeed: [] },
      { add, close: [{ code: '120', validTo: '2026-09-30' }], succeed: [] },
      { add: [...add, aDepartment('110', null, '市民課')], close: [], succeed: [] },
    ]
    const answers = []
    for (const attempt of attempts) answers.push(await reorganize(await organizer(), attempt))
    expect(answers).toEqual([
      { refused: 'unknownDepartment' },
      { refused: 'alreadyClosed' },
      { refused: 'codeTaken' },
    ])
    expect([await countEvents(city), await listOrganization(await organizer())]).toEqual(before)
  })

  it('closes nothing before it began', async () => {
    const closing = [{ code: '110', validTo: '2020-03-31' }]
    expect(await closeDepartments(await organizer(), closing)).toEqual({ refused: 'closesBeforeItBegan' })
  })
})

describe('the database, asked with raw SQL', () => {
  it.each([
    ['clerk-110', 'organization.manage', 'row-level security'],
    ['secretariat', 'organization.read', 'row-level security'],
  ])('refuses %s a department under %s', async (login, permission, because) => {
    const insert = `insert into departments (code, name, category_code, executive_body_code, valid_from)
      values ('x', 'x', 'internal', 'mayor', '2026-04-01')`
    const wish = { secret: await city.secretOf(login), permission }
    await expect(rawSql(city.writer, insert, wish)).rejects.toThrow(because)
  })
})
