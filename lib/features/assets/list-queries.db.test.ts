import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomLedger } from '@/e2e/support/random-ledger'
import { authorize } from '@/lib/platform/authorize'
import { showAssets } from './list-queries'
import { readSearch, type SearchParams } from './search-schema'

let ledger: Awaited<ReturnType<typeof randomLedger>>
beforeAll(async () => {
  ledger = await randomLedger(20, { chief: { role: 'ciso', scope: 'everything' } })
})
afterAll(() => ledger.end())

async function chipsFor(params: SearchParams) {
  const actor = authorize(await ledger.viewerOf('chief'), 'asset.read')
  return (await showAssets(actor, readSearch(params))).filters.chips
}

test('every filter in force is named with its field and its value in words', async () => {
  const { rows: categories } = await ledger.database.ownerPool.query<{ code: string; label: string }>(
    'select code, label from department_categories order by code limit 1',
  )
  const { rows: bodies } = await ledger.database.ownerPool.query<{ code: string; label: string }>(
    'select code, label from executive_bodies order by code limit 1',
  )
  const chips = await chipsFor({
    q: '名簿',
    personal: 'null',
    zone: 'notEntered',
    state: ['active', 'draft'],
    category: categories[0]?.code,
    body: bodies[0]?.code,
    unconfirmed: '1',
  })
  expect(chips.map((chip) => chip.name)).toEqual([
    '名称：「名簿」',
    'ネットワーク区分：未入力',
    '個人情報：未入力',
    '状態：有効・下書き',
    `組織区分：${categories[0]?.label}`,
    `議会・執行機関：${bodies[0]?.label}`,
    '1年以上確認していない',
  ])
})

test('a chip leads to the same search without its filter', async () => {
  const [chip] = await chipsFor({ personal: 'null' })
  expect(chip?.removeHref).toBe('/assets')
})
