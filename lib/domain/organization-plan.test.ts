import { describe, expect, it } from 'vitest'
import { planOrganization, type DepartmentEntry, type SuccessionEntry } from './organization-plan'

const aDepartment = (code: string, given: Partial<DepartmentEntry> = {}): DepartmentEntry => ({
  code,
  name: `${code}課`,
  categoryCode: 'internal',
  executiveBodyCode: 'mayor',
  parentCode: null,
  validFrom: '2024-04-01',
  validTo: null,
  ...given,
})
const step: SuccessionEntry = { effectiveOn: '2025-04-01', kind: 'merge', fromCode: '1', toCode: '2' }
const nothing = { departments: [], successions: [] }

describe('a list of departments', () => {
  it('adds those that are missing, above before below', () => {
    const list = [
      aDepartment('3', { parentCode: '2' }),
      aDepartment('2', { parentCode: '1' }),
      aDepartment('1'),
    ]
    const { plan, problems } = planOrganization(nothing, { departments: list, successions: [step] })
    expect(problems).toEqual([])
    expect(plan.add.map(({ code }) => code)).toEqual(['1', '2', '3'])
    expect(plan.succeed).toEqual([step])
  })

  it('adds nothing a second time', () => {
    const city = { departments: [aDepartment('1'), aDepartment('2')], successions: [step] }
    expect(planOrganization(city, city)).toEqual({
      plan: { add: [], close: [], succeed: [], unchanged: { departments: 2, successions: 1 } },
      problems: [],
    })
  })

  it('closes one that has got a last day, and leaves one closed that the list still has open', () => {
    const open = {
      departments: [aDepartment('1'), aDepartment('2', { validTo: '2025-03-31' })],
      successions: [],
    }
    const list = {
      departments: [aDepartment('1', { validTo: '2025-03-31' }), aDepartment('2')],
      successions: [],
    }
    const { plan } = planOrganization(open, list)
    expect(plan).toMatchObject({
      close: [{ code: '1', validTo: '2025-03-31' }],
      unchanged: { departments: 1 },
    })
  })

  it('rewrites nothing: what differs is told', () => {
    const known = { departments: [aDepartment('1')], successions: [] }
    const { problems } = planOrganization(known, {
      departments: [aDepartment('1', { name: '別' })],
      successions: [],
    })
    expect(problems).toEqual([{ kind: 'differs', code: '1', field: 'name', theirs: '1課', ours: '別' }])
  })

  it.each([
    ['twice', [aDepartment('1'), aDepartment('1')], []],
    ['unknownParent', [aDepartment('1', { parentCode: '9' })], []],
    ['circle', [aDepartment('1', { parentCode: '2' }), aDepartment('2', { parentCode: '1' })], []],
    ['unknownDepartment', [aDepartment('1')], [step]],
  ])('says what is wrong: %s', (kind, departments, successions) => {
    const { problems } = planOrganization(nothing, { departments, successions })
    expect(problems.map((problem) => problem.kind)).toContain(kind)
  })
})
