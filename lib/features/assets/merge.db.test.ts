import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs, loosening } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'

/* Merging duplicates and bundles of several, by raw SQL, as people of a small city. */
let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
})
afterAll(() => city.end())

async function merge(login: string, kept: string, gone: string[], department = '11') {
  const item = async (number: string, after: object) => ({
    number,
    version: await acts.version(number),
    kind: 'merge',
    after,
  })
  const items = [await item(kept, { state: 'active' })]
  for (const number of gone) items.push(await item(number, { state: 'merged', merged_into: Number(kept) }))
  const answer = await acts.submit(login, 'asset.merge', [
    { departmentId: city.idOf('department', department), items },
  ])
  return answer.refused ?? answer[0]?.id ?? ''
}
const statesOf = async (...numbers: string[]) =>
  Promise.all(
    numbers.map(async (number) => {
      const { state, merged_into: into } = await acts.row(number)
      return [state, into]
    }),
  )

describe('a merge', () => {
  test('is one bundle that the manager approves; what goes names what is left, which stays as it is', async () => {
    const [kept, one, two] = [await acts.registered(), await acts.registered(), await acts.registered()]
    const before = await acts.row(kept)
    const id = await merge('clerk', kept, [one, two])
    expect(await statesOf(kept, one)).toEqual([
      ['active', null],
      ['active', null],
    ])
    expect(await acts.decide('head', id)).toBe('approved')
    expect(await statesOf(kept, one, two)).toEqual([
      ['active', null],
      ['merged', Number(kept)],
      ['merged', Number(kept)],
    ])
    expect(await acts.row(kept)).toEqual(before)
  })

  test('is approved by nobody who submitted it', async () => {
    const [kept, gone] = [await acts.registered(), await acts.registered()]
    const id = await merge('head', kept, [gone])
    expect(await acts.decide('head', id)).toBe('ownSubmission')
    expect(await acts.decide('second', id)).toBe('approved')
  })

  test('keeps every other change of what it touches away, of the one that is left too', async () => {
    const [kept, gone] = [await acts.registered(), await acts.registered()]
    await merge('clerk', kept, [gone])
    for (const number of [kept, gone])
      expect(await acts.propose('colleague', '11', number, 'change', loosening)).toBe('alreadyProposed')
  })

  test('never leaves what is lower, looser or of another department', async () => {
    const [low, high] = [await acts.registered(), await acts.registered('11', { confidentiality: '3B' })]
    expect(await merge('clerk', low, [high])).toBe('unfit')
    expect(await merge('clerk', high, [low])).toMatch(/^\d+$/u)
    const [open, restricted] = [
      await acts.registered(),
      await acts.registered('11', { confidentiality: '2' }, 'restricted'),
    ]
    expect(await merge('clerk', open, [restricted])).toBe('unfit')
    const other = await acts.registered('12')
    expect(await merge('clerk', await acts.registered(), [other])).toBe('notFound')
  })

  test('that is returned merges nothing, and may be submitted again', async () => {
    const [kept, gone] = [await acts.registered(), await acts.registered()]
    const id = await merge('clerk', kept, [gone])
    expect(await acts.decide('head', id, 'return')).toBe('returned')
    expect(await statesOf(kept, gone)).toEqual([
      ['active', null],
      ['active', null],
    ])
    expect(await merge('clerk', gone, [kept])).toMatch(/^\d+$/u)
  })
})
