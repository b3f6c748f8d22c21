import { expect, test } from 'vitest'
import { readMunicipalLedgers } from './municipal-ledger'
import { organizationOn, readOrganization } from './organization-file'
import { departmentOn, planOf, type Operation } from './plan'
import { readSchoolLedgers } from './school-ledger'
import { timelineUntil } from './timeline'

const days = ['2026-05-15', '2026-11-23', '2027-04-01', '2028-02-29']

async function planUntil(today: string) {
  const organization = await readOrganization()
  const timeline = timelineUntil(today)
  const { schools } = await readSchoolLedgers(organization, today)
  const rows = [...(await readMunicipalLedgers(organization, today)), ...schools]
  return { organization, timeline, rows, plan: planOf(rows, organization, timeline) }
}

const dayOf = ({ at }: Operation) => new Date(Date.parse(at) + 9 * 3_600_000).toISOString().slice(0, 10)

test.each(days)('loaded on %s, everything happens between the set-up and yesterday', async (today) => {
  const { plan, timeline } = await planUntil(today)
  expect(plan.every((operation) => dayOf(operation) > timeline.setUpOn)).toBe(true)
  expect(plan.every((operation) => dayOf(operation) < timeline.today)).toBe(true)
})

test.each(days)('loaded on %s, each row is drafted once, then registered, then the rest', async (today) => {
  const { plan, rows } = await planUntil(today)
  for (const row of rows) {
    const kinds = plan.filter(({ keys }) => keys.includes(row.key)).map(({ kind }) => kind)
    expect(kinds.slice(0, 2)).toEqual(row.isDraft ? ['draft'] : ['draft', 'register'])
    expect(kinds.slice(2).some((kind) => kind === 'draft' || kind === 'register')).toBe(false)
    expect(kinds.includes('dispose') ? kinds.at(-1) : 'dispose').toBe('dispose')
  }
})

test.each(days)(
  'loaded on %s, nobody works for a department that is not there yet, or no more',
  async (today) => {
    const { plan, organization } = await planUntil(today)
    for (const operation of plan) {
      const open = organizationOn(organization, dayOf(operation)).departments.filter(
        ({ validTo }) => validTo === null,
      )
      expect(open.map(({ code }) => code)).toContain(operation.department)
    }
  },
)

test.each(days)(
  'loaded on %s, nothing is entered before its 登録日 when that lies within the story',
  async (today) => {
    const { plan, rows, timeline } = await planUntil(today)
    const entered = new Map(
      plan
        .filter(({ kind }) => kind === 'draft')
        .flatMap((operation) => operation.keys.map((key) => [key, dayOf(operation)])),
    )
    const early = rows.filter(
      ({ key, content }) =>
        content.registeredOn > timeline.setUpOn && (entered.get(key) ?? '') < content.registeredOn,
    )
    expect(early.map(({ key }) => key)).toEqual([])
  },
)

test('in the end every row lies with the department that its ledger names', async () => {
  const { rows, organization } = await planUntil('2026-11-23')
  expect(rows.filter((row) => departmentOn(row, '2026-11-23', organization) !== row.departmentCode)).toEqual(
    [],
  )
})
