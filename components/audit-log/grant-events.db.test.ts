import { afterAll, beforeAll, expect, test } from 'vitest'
import { trailItems } from '@/components/audit-log/trail-items'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { giveGrants } from '@/lib/features/grants/commands'
import { readTrail } from '@/lib/features/audit-log/queries'
import { readTrailSearch } from '@/lib/features/audit-log/schema'

let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
})
afterAll(() => city.end())

test('an event about a role says whose, which one and where, and leads to the person', async () => {
  const { personId, name } = await city.viewerOf('clerk-110')
  const departmentId = city.departmentIds.get('120') ?? 0n
  const given = await giveGrants(await city.may('secretariat', 'grant.manageClerks'), [
    {
      personId,
      role: 'assetClerk',
      scope: { kind: 'department', departmentId },
      validFrom: '2026-03-10',
      until: '2026-03-31',
    },
  ])
  expect(given).not.toHaveProperty('refused')
  const { events } = await readTrail(
    await city.may('chiefofficer', 'audit.read'),
    readTrailSearch({ group: 'grant' }),
  )
  expect(events[0]).toMatchObject({
    action: 'grant.given',
    grant: { personId: String(personId), person: name, role: 'assetClerk', department: '保険課' },
  })
  expect(trailItems(events, false)[0]?.subject).toEqual({
    label: `役割　${name}さんの情報資産担当者（市民部 保険課）`,
    href: `/people/${String(personId)}`,
  })
})
