import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { workOf } from '@/e2e/support/small-city-work'
import { editTogether } from './bulk-commands'
import { listEditable, previewBulk } from './bulk-queries'
import { readSearch } from './search-schema'

let city: SmallCity
let work: ReturnType<typeof workOf>
beforeAll(async () => {
  city = await smallCity()
  work = workOf(city)
}, 120_000)
afterAll(() => city.end())

const seenOf = async (...numbers: bigint[]) =>
  Promise.all(numbers.map(async (number) => ({ number, version: (await work.seen(number)).version })))
const openOf = async (numbers: bigint[]) =>
  (
    await city.database.ownerPool.query<{ id: string; origin: string; items: number }>(
      `select distinct p.id::text, p.origin, p.items from proposals p join proposal_items i on i.proposal_id = p.id
       where i.asset_number = any ($1) and p.state = 'submitted'`,
      [numbers.map(String)],
    )
  ).rows

describe('changing several assets at once', () => {
  test('writes what nobody need approve, and submits what loosens as one bundle, which its submitter cannot approve', async () => {
    const numbers = [
      await work.registered('210', 'まとめて一', { visibility: 'restricted' }),
      await work.registered('210', 'まとめて二', { visibility: 'restricted' }),
    ]
    const manager = await city.may('manager-210', 'asset.edit')
    const changes = { visibility: 'internal' as const, storageLocation: '新しい倉庫' }
    const preview = await previewBulk(manager, numbers, changes)
    expect(preview.map(({ changes: each }) => each.map(({ field }) => field))).toEqual([
      ['保管場所', '公開区分（承認されてから）'],
      ['保管場所', '公開区分（承認されてから）'],
    ])
    const wish = { seen: await seenOf(...numbers), changes, reason: '倉庫を移したため' }
    expect(await editTogether(manager, wish)).toEqual({ result: { numbers, wrote: true, submitted: true } })
    for (const number of numbers)
      expect(await work.seen(number)).toMatchObject({
        storageLocation: '新しい倉庫',
        visibility: 'restricted',
      })
    expect(await openOf(numbers)).toMatchObject([{ origin: 'bulk', items: 2 }])
    expect(await work.decidedBy('manager-210', numbers[0] ?? 0n)).toBe('ownSubmission')
    expect(await work.decidedBy('chiefofficer', numbers[0] ?? 0n)).toBe('approved')
    for (const number of numbers) expect(await work.seen(number)).toMatchObject({ visibility: 'internal' })
  })

  test('changes none of them when one was changed meanwhile, waits for approval or is of another department', async () => {
    const [one, two] = [
      await work.registered('210', '全部か無か一'),
      await work.registered('210', '全部か無か二'),
    ]
    const clerk = await city.may('clerk-210', 'asset.edit')
    const changes = { storageLocation: '別の倉庫' }
    const [first, second] = await seenOf(one, two)
    if (!first || !second) throw new Error('not there')
    const stale = { seen: [first, { ...second, version: second.version - 1 }], changes, reason: '移転' }
    expect(await editTogether(clerk, stale)).toEqual({ refused: 'stale' })
    const foreign = await work.registered('110', '別の課のもの')
    const [other] = await seenOf(foreign)
    expect(await editTogether(clerk, { ...stale, seen: [first, other ?? first] })).toEqual({
      refused: 'notFound',
    })
    expect(await work.seen(one)).toMatchObject({ storageLocation: null, version: first.version })
    expect(
      await editTogether(clerk, { seen: [first], changes: { visibility: 'internal' }, reason: 'x' }),
    ).toEqual({
      refused: 'nothingChanges',
    })
  })

  test('offers what the viewer may edit and nothing waits for', async () => {
    const offered = async (login: string) =>
      (await listEditable(await city.may(login, 'asset.edit'), readSearch({ q: '全部か無か' }))).map(
        ({ name }) => name,
      )
    expect(await offered('clerk-210')).toEqual(['全部か無か一', '全部か無か二'])
    expect(await offered('clerk-110')).toEqual([])
  })
})
