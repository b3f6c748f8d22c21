import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readMunicipalLedgers } from './municipal-ledger'
import { predecessorOn, readOrganization } from './organization-file'
import { readSchoolLedgers } from './school-ledger'
import { fraction, timelineUntil } from './timeline'

const today = '2026-11-23'

type ExpectedRow = { row: string; name: string; departmentCode: string; zone: string; registeredOn: string }
async function expected(): Promise<
  Record<'municipal' | 'fire' | 'schools' | 'disposed' | 'drafts', ExpectedRow[]>
> {
  const text = await readFile(path.resolve('prisma/sample/expected-ledger.json'), 'utf8')
  return JSON.parse(text) as Awaited<ReturnType<typeof expected>>
}

test('the ledgers are read as the committed expected file has them', async () => {
  const organization = await readOrganization()
  const rows = await readMunicipalLedgers(organization, today)
  const { schools } = await readSchoolLedgers(organization, today)
  const known = await expected()
  const wanted = [...known.municipal, ...known.fire, ...known.disposed, ...known.drafts, ...known.schools]
  expect(
    [...rows, ...schools].map(({ key, content, departmentCode }) => ({
      row: key,
      name: content.name,
      departmentCode,
      zone: content.zone ?? 'notEntered',
      registeredOn: content.registeredOn,
    })),
  ).toEqual(
    wanted.map(({ row, name, departmentCode, zone, registeredOn }) => ({
      row,
      name,
      departmentCode,
      zone,
      registeredOn,
    })),
  )
})

test('letters beyond JIS X 0208 arrive intact', async () => {
  const rows = await readMunicipalLedgers(await readOrganization(), today)
  const find = (key: string) => rows.find((row) => row.key === key)?.content
  expect(find('fire 3')?.storageLocation).toBe('髙度救急室 施錠書庫')
  expect(find('fire 7')?.name).toBe('消防水利位置図①')
  expect(find('fire 3')?.remarks).toBe('㈱・①・髙・﨑・Ⅱ・～－∥')
})

test('before its department opened, an asset lay with the predecessor', async () => {
  const organization = await readOrganization()
  expect(predecessorOn(organization, '0760', '2025-03-31')).toBe('0675')
  expect(predecessorOn(organization, '0410', '2026-03-31')).toBe('0495')
  expect(predecessorOn(organization, '0410', '2026-04-01')).toBe('0410')
})

test('the story covers 30 months and both reorganisations, whatever the day', () => {
  expect(timelineUntil(today)).toMatchObject({ setUpOn: '2024-05-23', today })
  expect(timelineUntil(today).months).toHaveLength(30)
  expect(timelineUntil('2028-02-29')).toMatchObject({ setUpOn: '2024-05-24' })
  expect(timelineUntil('2026-01-10')).toMatchObject({ setUpOn: '2024-04-01', today: '2026-05-15' })
})

test('the seed is fixed', () => {
  expect(fraction('a', 1)).toBe(fraction('a', 1))
  const many = Array.from({ length: 1000 }, (_, at) => fraction('x', at))
  expect(many.reduce((sum, one) => sum + one, 0) / 1000).toBeCloseTo(0.5, 1)
})
