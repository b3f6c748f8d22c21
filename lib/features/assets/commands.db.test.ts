import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { workOf } from '@/e2e/support/small-city-work'
import { draftAssets, moveToSuccessors } from './commands'
import { listAssets } from './queries'
import { readSearch } from './search-schema'
import { cancelAsset } from './state-commands'

let city: SmallCity
let work: ReturnType<typeof workOf>
beforeAll(async () => {
  city = await smallCity()
  work = workOf(city)
}, 120_000)
afterAll(() => city.end())

describe('drafting', () => {
  it('writes the draft, its classification, copies of its levels, and the event', async () => {
    const number = await work.written('210', '滞納整理票')
    const asset = await work.seen(number)
    expect(asset).toMatchObject({ state: 'draft', confidentiality: '2', integrity: '1', availability: '1' })
    expect(asset.classificationId).not.toBeNull()
    expect(await work.events(number)).toEqual(['asset.drafted'])
  })

  it('refuses another department and writes nothing', async () => {
    const before = await countAll()
    const outcome = await draftAssets(await city.may('clerk-210', 'asset.create'), [
      work.draft('210', '一つめ'),
      work.draft('110', '二つめ'),
    ])
    expect(outcome).toEqual({ refused: 'outOfReach' })
    expect(await countAll()).toBe(before)
  })
})

describe('ending', () => {
  it('withdraws a draft with a reason; the number is not used again', async () => {
    const number = await work.written('210', '取り消すもの')
    const { version } = await work.seen(number)
    const clerk = await city.may('clerk-210', 'asset.cancel')
    expect(await cancelAsset(clerk, { number, version, reason: '二重の登録' })).toEqual({
      result: { number },
    })
    expect(await work.seen(number)).toMatchObject({ state: 'cancelled' })
    expect(await work.written('210', '次のもの')).toBeGreaterThan(number)
  })

  it('moves assets to a recorded successor only', async () => {
    const secretariat = await city.may('secretariat', 'asset.moveToSuccessor')
    const move = { from: work.departmentOf('210'), to: work.departmentOf('110'), numbers: 'all' as const }
    expect(await moveToSuccessors(secretariat, [move])).toEqual({ refused: 'notSuccessor' })
  })
})

describe('searching', () => {
  it('pages forward and back through the whole ledger by every sort without losing or repeating a row', async () => {
    const actor = await city.may('ciso', 'asset.read')
    for (const sort of ['number', 'name', 'updated', 'level'] as const) {
      const first = await listAssets(actor, readSearch({ sort }))
      expect(first.rows.length).toBe(first.found)
      const middle = first.rows[4]
      if (!middle) throw new Error('too few rows')
      const place = `${middle.number}~${middle.sortKey}`
      const after = await listAssets(actor, readSearch({ sort, after: place }))
      const before = await listAssets(actor, readSearch({ sort, before: place }))
      const numbers = [...before.rows, middle, ...after.rows].map((row) => row.number)
      expect(numbers).toEqual(first.rows.map((row) => row.number))
    }
  })

  it('finds by any part of the name, by kana folding, and by number', async () => {
    const actor = await city.may('ciso', 'asset.read')
    const [asset] = city.assets
    const names = async (q: string) =>
      (await listAssets(actor, readSearch({ q }))).rows.map((row) => row.name)
    expect(await names(asset?.name.slice(1, 4) ?? '')).toContain(asset?.name)
    expect(await names(String(asset?.number))).toContain(asset?.name)
    expect(await names('存在しない言葉')).toEqual([])
  })
})

async function countAll(): Promise<number> {
  const { rows } = await city.database.ownerPool.query<{ n: string }>('select count(*) as n from assets')
  return Number(rows[0]?.n)
}
