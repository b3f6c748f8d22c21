import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { workOf } from '@/e2e/support/small-city-work'
import { withdrawProposal } from '@/lib/features/proposals/commands'
import { waitingFor } from '@/lib/testing/registered'
import { draftAssets } from './commands'
import { contentOf } from './content-queries'
import { editAssets } from './edit-commands'
import { cancelAsset } from './state-commands'
import { draftAndSubmit, proposeDisposals, proposeTransfers, submitForRegistration } from './submit-commands'

let city: SmallCity
let work: ReturnType<typeof workOf>
beforeAll(async () => {
  city = await smallCity()
  work = workOf(city)
}, 120_000)
afterAll(() => city.end())

describe('registering', () => {
  it('is submitted by the clerk and done by the manager, never by whoever submitted it', async () => {
    const number = await work.written('210', '口座振替簿')
    const { version } = await work.seen(number)
    const manager = await city.may('manager-210', 'asset.edit')
    const content = { ...contentOf(await work.seen(number)), remarks: '直した' }
    const edit = { number, version, content, scheme: work.scheme(), classification: null }
    const submitted = { result: { numbers: [number], wrote: true, submitted: true } }
    expect(await editAssets(manager, [edit], { registers: true })).toEqual(submitted)
    expect(await work.decidedBy('manager-210', number)).toBe('ownSubmission')
    expect(await work.decidedBy('manager-110', number)).toBe('notYours')
    expect(await work.decidedBy('chiefofficer', number)).toBe('approved')
    expect(await work.seen(number)).toMatchObject({ state: 'active' })
    expect(await work.events(number)).toEqual(['asset.drafted', 'asset.edited', 'asset.registered'])
  })

  it('in one step with the draft leaves a draft that rests until it is decided or taken back', async () => {
    const clerk = await city.may('clerk-210', 'asset.create')
    const outcome = await draftAndSubmit(clerk, [work.draft('210', '提出するもの')])
    const number = 'result' in outcome ? (outcome.result.numbers[0] ?? 0n) : 0n
    const { version } = await work.seen(number)
    const edit = {
      number,
      version,
      content: contentOf(await work.seen(number)),
      scheme: work.scheme(),
      classification: null,
    }
    const editor = await city.may('clerk-210', 'asset.edit')
    expect(await editAssets(editor, [edit])).toEqual({ refused: 'submitted' })
    expect(
      await cancelAsset(await city.may('clerk-210', 'asset.cancel'), { number, version, reason: '誤り' }),
    ).toEqual({ refused: 'submitted' })
    expect(await submitForRegistration(editor, [{ number, version }])).toEqual({ refused: 'alreadyProposed' })
    const [waiting] = await waitingFor(editor, [number])
    const id = waiting?.id ?? 0n
    expect(await withdrawProposal(editor, { id, reason: '' })).toEqual({ result: { id } })
    expect(await editAssets(editor, [edit])).toMatchObject({ result: { submitted: false } })
  })

  it('refuses an unclassified draft, a stale one, and one of another department', async () => {
    const created = await draftAssets(await city.may('clerk-210', 'asset.create'), [
      { ...work.draft('210', '未分類のもの'), classification: null },
    ])
    const number = 'result' in created ? (created.result.numbers[0] ?? 0n) : 0n
    const { version } = await work.seen(number)
    const clerk = await city.may('clerk-210', 'asset.edit')
    expect(await submitForRegistration(clerk, [{ number, version }])).toEqual({
      refused: 'classificationIncomplete',
    })
    expect(await submitForRegistration(clerk, [{ number, version: version + 1 }])).toEqual({
      refused: 'stale',
    })
    const stranger = await city.may('clerk-110', 'asset.edit')
    expect(await submitForRegistration(stranger, [{ number, version }])).toEqual({ refused: 'notFound' })
  })
})

describe('editing', () => {
  it('refuses the second of two people who began with the same version', async () => {
    const number = await work.registered('210', '二人で直すもの')
    const { version, ...row } = await work.seen(number)
    const clerk = await city.may('clerk-210', 'asset.edit')
    const content = { ...contentOf({ version, ...row }), remarks: '一人め' }
    const edit = { number, version, content, scheme: work.scheme(), classification: null }
    expect(await editAssets(clerk, [edit])).toMatchObject({ result: { numbers: [number] } })
    expect(await editAssets(clerk, [{ ...edit, content: { ...content, remarks: '二人め' } }])).toEqual({
      refused: 'stale',
    })
    expect((await work.seen(number)).remarks).toBe('一人め')
  })

  it('writes what tightens at once, and submits what loosens', async () => {
    const number = await work.registered('210', '持ち出すもの')
    const asset = await work.seen(number)
    const content = {
      ...contentOf(asset),
      remarks: '直した',
      personalData: 'personal' as const,
      takeOut: 'individual' as const,
    }
    const edit = { number, version: asset.version, content, scheme: work.scheme(), classification: null }
    const clerk = await city.may('clerk-210', 'asset.edit')
    expect(await editAssets(clerk, [edit])).toEqual({
      result: { numbers: [number], wrote: true, submitted: true },
    })
    const now = await work.seen(number)
    expect(now).toMatchObject({ remarks: '直した', personalData: 'personal', takeOut: null })
    const again = { ...edit, version: now.version }
    expect(await editAssets(clerk, [again])).toEqual({ refused: 'alreadyProposed' })
    await work.decidedBy('manager-210', number)
    expect(await work.seen(number)).toMatchObject({ takeOut: 'individual' })
  })

  it('submits the zone and the levels; a fall goes to the bureau officer too', async () => {
    const number = await work.registered('110', '区分を変えるもの')
    const asset = await work.seen(number)
    const content = { ...contentOf(asset), zone: 'internet' as const }
    const { classification: judged } = work.draft('110', 'x')
    if (!judged) throw new Error('unclassified')
    const levels = { ...judged.levels, confidentiality: '1' }
    const classification = { ...judged, levels, occasion: 'reclassification' as const }
    const edit = { number, version: asset.version, content, scheme: work.scheme(), classification }
    expect(await editAssets(await city.may('clerk-110', 'asset.edit'), [edit])).toEqual({
      refused: 'needsReclassify',
    })
    const clerk = await city.may('clerk-110', 'asset.reclassify')
    expect(await editAssets(clerk, [edit])).toEqual({
      result: { numbers: [number], wrote: false, submitted: true },
    })
    expect(await work.decidedBy('manager-110', number)).toBe('passed')
    expect(await work.seen(number)).toMatchObject({ zoneCode: 'lgwan', confidentiality: '2' })
    expect(await work.decidedBy('manager-110', number)).toBe('secondTime')
    expect(await work.decidedBy('bureauofficer', number)).toBe('approved')
    expect(await work.seen(number)).toMatchObject({ zoneCode: 'internet', confidentiality: '1' })
    expect(await work.events(number)).toEqual(['asset.drafted', 'asset.registered', 'asset.reclassified'])
  })

  it('shows a proposal again when what it changes had changed, and applies nothing', async () => {
    const number = await work.registered('210', '元が変わるもの')
    const asset = await work.seen(number)
    const clerk = await city.may('clerk-210', 'asset.edit')
    const content = { ...contentOf(asset), disposalDueOn: '2030-03-31' }
    const edit = { number, version: asset.version, content, scheme: work.scheme(), classification: null }
    expect(await editAssets(clerk, [edit])).toMatchObject({ result: { submitted: false } })
    const longer = {
      ...edit,
      version: asset.version + 1,
      content: { ...content, disposalDueOn: '2035-03-31' },
    }
    expect(await editAssets(clerk, [longer])).toMatchObject({ result: { submitted: true } })
    const shorter = { ...longer, content: { ...content, disposalDueOn: '2029-03-31' } }
    expect(await editAssets(clerk, [shorter])).toMatchObject({ result: { submitted: false } })
    expect(await work.decidedBy('manager-210', number)).toBe('baseChanged')
    expect((await work.seen(number)).disposalDueOn).toEqual(new Date('2029-03-31'))
    expect(await work.decidedBy('manager-210', number)).toBe('approved')
    expect((await work.seen(number)).disposalDueOn).toEqual(new Date('2035-03-31'))
  })
})

describe('handing over', () => {
  it('is released by one head and accepted by the other', async () => {
    const number = await work.registered('210', '移管するもの')
    const { version } = await work.seen(number)
    const transfer = {
      number,
      version,
      departmentId: work.departmentOf('110'),
      category: 'internal' as const,
      reason: '事務が移るため',
    }
    const clerk = await city.may('clerk-210', 'asset.transfer')
    expect(await proposeTransfers(clerk, [{ ...transfer, departmentId: work.departmentOf('210') }])).toEqual({
      refused: 'sameDepartment',
    })
    expect(await proposeTransfers(clerk, [transfer])).toMatchObject({ result: { numbers: [number] } })
    expect(await work.decidedBy('manager-110', number)).toBe('notYours')
    expect(await work.decidedBy('manager-210', number)).toBe('passed')
    expect(await work.seen(number)).toMatchObject({ departmentId: work.departmentOf('210') })
    expect(await work.decidedBy('manager-110', number)).toBe('approved')
    expect(await work.seen(number)).toMatchObject({ departmentId: work.departmentOf('110') })
    expect(await work.events(number)).toEqual(['asset.drafted', 'asset.registered', 'asset.transferred'])
  })

  it('is refused where the levels of one scheme would say nothing in the other', async () => {
    const number = await work.registered('210', '学校へ移せないもの', { zone: 'notApplicable' })
    const { version } = await work.seen(number)
    const departmentId = work.departmentOf('331')
    const transfer = { number, version, departmentId, category: 'school' as const, reason: '移すため' }
    const clerk = await city.may('clerk-210', 'asset.transfer')
    expect(await proposeTransfers(clerk, [transfer])).toEqual({ refused: 'otherScheme' })
  })
})

describe('ending', () => {
  it('disposes with date, person and an allowed method, once', async () => {
    const number = await work.registered('210', '捨てるもの')
    const clerk = await city.may('clerk-210', 'asset.dispose')
    const { version } = await work.seen(number)
    const disposal = { number, version, disposedOn: '2026-03-09', disposedBy: '納税課 課長' }
    expect(await proposeDisposals(clerk, [{ ...disposal, method: 'ordinary' }])).toEqual({
      refused: 'methodNotAllowed',
    })
    expect(await proposeDisposals(clerk, [{ ...disposal, method: 'destruction' }])).toMatchObject({
      result: {},
    })
    expect(await work.seen(number)).toMatchObject({ state: 'active' })
    await work.decidedBy('manager-210', number)
    const ended = await work.seen(number)
    expect(ended).toMatchObject({
      state: 'disposed',
      disposedBy: '納税課 課長',
      disposalMethod: 'destruction',
    })
    const again = { ...disposal, version: ended.version, method: 'destruction' as const }
    expect(await proposeDisposals(clerk, [again])).toEqual({ refused: 'notActive' })
  })
})
