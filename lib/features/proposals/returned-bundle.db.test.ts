import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvalActs, loosening } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'

/* A returned bundle of several assets: by raw SQL, as people of a small city. */
let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
})
afterAll(() => city.end())

type Left = { toMend: { number: string }[]; toMendCount: number }
const leftOf = async (login: string, id: string) => {
  const [row] = await city.act<{ page: { entries: { kind: string; proposal: Left & { id: string } }[] } }>(
    login,
    'self.manage',
    `select inbox_page(null, 100, 'returned') as page`,
  )
  const entry = row?.page.entries.find(({ proposal }) => proposal.id === id)
  return entry?.proposal.toMend.map(({ number }) => number) ?? null
}
const reasonOf = async (login: string, number: string) =>
  (
    await city.act<{ returned: { reason: string; decidedBy: string } | null }>(
      login,
      'self.manage',
      'select returned_of_asset($1) as returned',
      [number],
    )
  )[0]?.returned ?? null
const bundle = async (numbers: string[], kind = 'change', after: object = loosening) => {
  const items = await Promise.all(
    numbers.map(async (number) => ({
      number,
      version: await acts.version(number),
      kind,
      after,
    })),
  )
  const answer = await acts.submit('clerk', 'asset.edit', [
    { departmentId: city.idOf('department', '11'), items },
  ])
  return answer[0]?.id ?? ''
}

test('each asset of a returned bundle waits, with the reason, until it was submitted again', async () => {
  const [first, second, third] = [
    await acts.registered(),
    await acts.registered(),
    await acts.registered(),
  ] as const
  const id = await bundle([first, second, third])
  expect(await reasonOf('clerk', first)).toBeNull()
  await acts.decide('head', id, 'return')
  expect(await leftOf('clerk', id)).toEqual([first, second, third])
  expect(await reasonOf('clerk', second)).toMatchObject({ reason: 'wrong' })
  expect(await reasonOf('clerk12', second)).toBeNull()

  await acts.propose('clerk', '11', first, 'change', loosening)
  expect(await leftOf('clerk', id)).toEqual([second, third])
  expect([await reasonOf('clerk', first), await reasonOf('clerk', third)]).toMatchObject([
    null,
    { reason: 'wrong' },
  ])

  await acts.propose('clerk', '11', second, 'change', loosening)
  expect(await leftOf('clerk', id)).toEqual([third])
  await acts.propose('clerk', '11', third, 'change', loosening)
  expect(await leftOf('clerk', id)).toBeNull()
})

test('a draft that was given up is no longer left to mend', async () => {
  const drafts = [await acts.draft('clerk', '11'), await acts.draft('clerk', '11')] as const
  const id = await bundle([...drafts], 'registration', { state: 'active' })
  await acts.decide('head', id, 'return')
  expect(await leftOf('clerk', id)).toEqual([...drafts])
  await city.act('clerk', 'asset.cancel', `update assets set state = 'cancelled' where number = $1`, [
    drafts[0],
  ])
  expect(await leftOf('clerk', id)).toEqual([drafts[1]])
})

test('what is left to mend is told to whoever submitted it, and to nobody else', async () => {
  const id = await bundle([await acts.registered(), await acts.registered()])
  await acts.decide('head', id, 'return')
  const detail = async (login: string) =>
    (
      await city.act<{ detail: Partial<Left> }>(
        login,
        'self.manage',
        'select proposal_detail($1, 0, 1) as detail',
        [id],
      )
    )[0]?.detail
  expect(await detail('clerk')).toMatchObject({ toMendCount: 2 })
  expect((await detail('clerk'))?.toMend).toHaveLength(1)
  expect((await detail('head'))?.toMend).toBeUndefined()
})
