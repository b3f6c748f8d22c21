import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { workOf } from '@/e2e/support/small-city-work'
import type { AssetContent } from '@/lib/domain/asset-content'
import { contentOf } from './content-queries'
import { editAssets } from './edit-commands'
import { undoTo } from './undo-commands'
import { prepareUndo } from './undo-queries'

let city: SmallCity
let work: ReturnType<typeof workOf>
beforeAll(async () => {
  city = await smallCity()
  work = workOf(city)
}, 120_000)
afterAll(() => city.end())

const ofClerk = () => city.may('clerk-210', 'asset.reclassify')
async function edited(number: bigint, changed: Partial<AssetContent>) {
  const asset = await work.seen(number)
  const content = { ...contentOf(asset), ...changed }
  const edit = { number, version: asset.version, content, scheme: work.scheme(), classification: null }
  const outcome = await editAssets(await city.may('clerk-210', 'asset.edit'), [edit])
  if ('refused' in outcome) throw new Error(outcome.refused)
  return asset.version
}

describe('bringing back what an earlier version said', () => {
  test('changes at once what nobody need approve, and submits what loosens; both with the reason', async () => {
    const number = await work.registered('210', '戻すもの', { visibility: 'internal', remarks: '前の備考' })
    const then = await edited(number, { visibility: 'restricted', remarks: '後の備考' })
    const { version } = await work.seen(number)
    const page = await prepareUndo(await ofClerk(), number, then)
    expect(page?.chosen).toMatchObject({
      version: then,
      zoneStays: false,
      atOnce: [{ before: '後の備考', after: '前の備考' }],
      proposed: [{ field: '公開区分' }],
    })
    expect(await undoTo(await ofClerk(), { number, version, to: then, reason: '誤って直したため' })).toEqual({
      result: { numbers: [number], wrote: true, submitted: true },
    })
    expect(await work.seen(number)).toMatchObject({ remarks: '前の備考', visibility: 'restricted' })
    const { rows } = await city.database.ownerPool.query<{ origin: string; reason: string }>(
      `select p.origin, p.submit_reason as reason from proposals p join proposal_items i on i.proposal_id = p.id
       where i.asset_number = $1 and p.state = 'submitted'`,
      [String(number)],
    )
    expect(rows).toEqual([{ origin: 'undo', reason: '誤って直したため' }])
    expect(await work.decidedBy('manager-210', number)).toBe('approved')
    expect(await work.seen(number)).toMatchObject({ visibility: 'internal' })
  })

  test('is refused of a version that is not there, says the same as now, or was not the last that was seen', async () => {
    const number = await work.registered('210', '戻さないもの')
    const then = await edited(number, { remarks: '直した' })
    const { version } = await work.seen(number)
    const wish = { number, version, to: then, reason: '誤り' }
    expect(await undoTo(await ofClerk(), { ...wish, to: 900 })).toEqual({ refused: 'noSuchVersion' })
    expect(await undoTo(await ofClerk(), { ...wish, version: version - 1 })).toEqual({ refused: 'stale' })
    const stranger = await city.may('clerk-110', 'asset.reclassify')
    expect(await undoTo(stranger, wish)).toEqual({ refused: 'notFound' })
    expect(await work.seen(number)).toMatchObject({ remarks: '直した', version })
  })

  test('shows no version of a draft for what is registered, and none that says the same', async () => {
    const number = await work.registered('210', '版のないもの')
    expect(await prepareUndo(await ofClerk(), number, null)).toMatchObject({ versions: [], isOpen: true })
  })
})
