import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { anAsset } from '@/lib/testing/asset-draft'
import { draftAssets, editAssets, moveToSuccessors } from './commands'
import { contentOf } from './content-queries'
import { findAsset, listAssets } from './queries'
import { readSearch } from './search-schema'
import { cancelAsset, disposeAssets, registerAssets } from './state-commands'

let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
}, 120_000)
afterAll(() => city.end())

const departmentOf = (code: string) => city.departmentIds.get(code) ?? 0n
const draft = (code: string, name: string) =>
  anAsset({ departmentId: departmentOf(code), schemes: city.schemes, name })

async function written(code: string, name: string): Promise<bigint> {
  const outcome = await draftAssets(await city.may(`clerk-${code}`, 'asset.create'), [draft(code, name)])
  if (!('result' in outcome)) throw new Error(outcome.refused)
  return outcome.result.numbers[0] ?? 0n
}
async function seen(number: bigint, login = 'auditor') {
  const found = await findAsset(await city.may(login, 'asset.read'), number)
  if (!found) throw new Error(`asset ${number} is not there`)
  return found.asset
}
async function registered(code: string, name: string): Promise<bigint> {
  const number = await written(code, name)
  const { version } = await seen(number)
  await registerAssets(await city.may(`manager-${code}`, 'asset.register'), [{ number, version }])
  return number
}
async function events(number: bigint): Promise<string[]> {
  const { rows } = await city.database.ownerPool.query<{ action: string }>(
    `select action from audit_events where subject_type = 'assets' and subject_id = $1 order by id`,
    [String(number)],
  )
  return rows.map((row) => row.action)
}

describe('drafting', () => {
  it('writes the draft, its classification, copies of its levels, and the event', async () => {
    const number = await written('210', '滞納整理票')
    const asset = await seen(number)
    expect(asset).toMatchObject({ state: 'draft', confidentiality: '2', integrity: '1', availability: '1' })
    expect(asset.classificationId).not.toBeNull()
    expect(await events(number)).toEqual(['asset.drafted'])
  })

  it('refuses another department and writes nothing', async () => {
    const before = await countAll()
    const outcome = await draftAssets(await city.may('clerk-210', 'asset.create'), [
      draft('210', '一つめ'),
      draft('110', '二つめ'),
    ])
    expect(outcome).toEqual({ refused: 'outOfReach' })
    expect(await countAll()).toBe(before)
  })
})

describe('registering', () => {
  it('is done by the manager, and never by whoever wrote the draft last', async () => {
    const number = await written('210', '口座振替簿')
    const { version } = await seen(number)
    const manager = await city.may('manager-210', 'asset.register')
    const edit = await editAssets(await city.may('manager-210', 'asset.edit'), [
      {
        number,
        version,
        content: { ...contentOf(await seen(number)), remarks: '直した' },
        scheme: scheme(),
        classification: null,
      },
    ])
    expect(edit).toMatchObject({ result: { numbers: [number] } })
    const now = await seen(number)
    expect(await registerAssets(manager, [{ number, version: now.version }])).toEqual({
      refused: 'ownSubmission',
    })
    const chief = await city.may('chiefofficer', 'asset.register')
    expect(await registerAssets(chief, [{ number, version: now.version }])).toMatchObject({
      result: { numbers: [number] },
    })
    expect(await seen(number)).toMatchObject({ state: 'active' })
    expect(await events(number)).toEqual(['asset.drafted', 'asset.edited', 'asset.registered'])
  })

  it('refuses an unclassified draft, a stale one, and one of another department', async () => {
    const created = await draftAssets(await city.may('clerk-210', 'asset.create'), [
      { ...draft('210', '未分類のもの'), classification: null },
    ])
    const number = 'result' in created ? (created.result.numbers[0] ?? 0n) : 0n
    const { version } = await seen(number)
    const manager = await city.may('manager-210', 'asset.register')
    expect(await registerAssets(manager, [{ number, version }])).toEqual({
      refused: 'classificationIncomplete',
    })
    expect(await registerAssets(manager, [{ number, version: version + 1 }])).toEqual({ refused: 'stale' })
    const stranger = await city.may('manager-110', 'asset.register')
    expect(await registerAssets(stranger, [{ number, version }])).toEqual({ refused: 'notFound' })
  })
})

describe('editing', () => {
  it('refuses the second of two people who began with the same version', async () => {
    const number = await registered('210', '二人で直すもの')
    const { version, ...row } = await seen(number)
    const clerk = await city.may('clerk-210', 'asset.edit')
    const content = { ...contentOf({ version, ...row }), remarks: '一人め' }
    const edit = { number, version, content, scheme: scheme(), classification: null }
    expect(await editAssets(clerk, [edit])).toMatchObject({ result: { numbers: [number] } })
    expect(await editAssets(clerk, [{ ...edit, content: { ...content, remarks: '二人め' } }])).toEqual({
      refused: 'stale',
    })
    expect((await seen(number)).remarks).toBe('一人め')
  })

  it('leaves the zone of a registered asset to the manager', async () => {
    const number = await registered('210', '区分を変えるもの')
    const asset = await seen(number)
    const edit = {
      number,
      version: asset.version,
      content: { ...contentOf(asset), zone: 'internet' as const },
      scheme: scheme(),
      classification: null,
    }
    expect(await editAssets(await city.may('clerk-210', 'asset.edit'), [edit])).toEqual({
      refused: 'needsReclassify',
    })
    expect(await editAssets(await city.may('manager-210', 'asset.reclassify'), [edit])).toMatchObject({
      result: {},
    })
    expect(await events(number)).toEqual(['asset.drafted', 'asset.registered', 'asset.reclassified'])
  })
})

describe('ending', () => {
  it('disposes with date, person and an allowed method, once', async () => {
    const number = await registered('210', '捨てるもの')
    const manager = await city.may('manager-210', 'asset.dispose')
    const { version } = await seen(number)
    const disposal = { number, version, disposedOn: '2026-03-09', disposedBy: '納税課 課長' }
    expect(await disposeAssets(manager, [{ ...disposal, method: 'ordinary' }])).toEqual({
      refused: 'methodNotAllowed',
    })
    expect(await disposeAssets(manager, [{ ...disposal, method: 'destruction' }])).toMatchObject({
      result: {},
    })
    const ended = await seen(number)
    expect(ended).toMatchObject({
      state: 'disposed',
      disposedBy: '納税課 課長',
      disposalMethod: 'destruction',
    })
    const again = { ...disposal, version: ended.version, method: 'destruction' as const }
    expect(await disposeAssets(manager, [again])).toEqual({ refused: 'notActive' })
  })

  it('withdraws a draft with a reason; the number is not used again', async () => {
    const number = await written('210', '取り消すもの')
    const { version } = await seen(number)
    const clerk = await city.may('clerk-210', 'asset.cancel')
    expect(await cancelAsset(clerk, { number, version, reason: '二重の登録' })).toEqual({
      result: { number },
    })
    expect(await seen(number)).toMatchObject({ state: 'cancelled' })
    expect(await written('210', '次のもの')).toBeGreaterThan(number)
  })

  it('moves assets to a recorded successor only', async () => {
    const secretariat = await city.may('secretariat', 'asset.moveToSuccessor')
    const move = { from: departmentOf('210'), to: departmentOf('110'), numbers: 'all' as const }
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

function scheme() {
  return { schemeId: city.schemes.municipal, schemeFamily: 'municipal' as const }
}
async function countAll(): Promise<number> {
  const { rows } = await city.database.ownerPool.query<{ n: string }>('select count(*) as n from assets')
  return Number(rows[0]?.n)
}
