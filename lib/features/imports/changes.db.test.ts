import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf, importCity, sampleFile, type ImportCity } from '@/e2e/support/import-city'
import { commitImports } from '@/lib/platform/jobs/commit-imports'
import { approveThrough } from '@/lib/testing/registered'
import { accepted } from '@/scripts/sample-city/actors'
import { cancelOwnImport, skipOwnRows, tryOwnImportAgain } from './act-commands'

/* What a file changes in a ledger that is there already, and what others do to the ledger meanwhile. */
let city: ImportCity
beforeAll(async () => {
  city = await importCity()
}, 180_000)
afterAll(() => city.end())

const clerk = 'shimin-tanto'
const head = [
  '部局',
  '所管課',
  '情報資産名',
  '種別',
  '機密性',
  '完全性',
  '可用性',
  'ネットワーク区分',
  '個人情報',
  '本人の数',
  '媒体',
  '備考',
  '分類の理由',
]
type Said = {
  name: string
  level?: string
  zone?: string
  personal?: string
  subjects?: string
  remarks?: string
  reason?: string
  department?: string
}
const line = ({
  name,
  level = '3B',
  zone = 'LGWAN接続系',
  personal = '個人情報',
  subjects = '100',
  remarks = '',
  reason = '',
  department = '市民部,市民課',
}: Said) => [
  ...department.split(','),
  name,
  '情報システム',
  level,
  '2',
  '2',
  zone,
  personal,
  subjects,
  'サーバ',
  remarks,
  reason,
]
const file = (...rows: Said[]) => csvOf([head, ...rows.map(line)])
const bring = (login: string, ...rows: Said[]) => city.bring(login, 'ledger.csv', file(...rows))

/** Assets of 市民課 that are registered, with these names. */
async function registered(...names: string[]): Promise<bigint[]> {
  const id = await bring(clerk, ...names.map((name) => ({ name })))
  expect(await city.commit(clerk, id)).toMatchObject({ state: 'done', counts: { new: names.length } })
  const numbers = (
    await city.ask('select number::text from assets where name = any ($1) order by number', [names])
  ).map(({ number }) => BigInt(number ?? ''))
  await approveThrough(city.may, ['shimin-kacho'], numbers)
  return numbers
}
const assetOf = async (name: string) =>
  (await city.ask<Record<string, unknown>>('select * from assets where name = $1', [name]))[0]
const digest = () =>
  city.ask(`select count(*)::int as rows, max(number)::text as last, md5(string_agg(a::text, '' order by number)) as said,
  (select count(*)::int from assets_versions) as versions, (select count(*)::int from proposals) as proposals from assets a`)

test('over the ledger that came as CSV the workbook changes nothing but for what is new in it', async () => {
  const first = await city.bring('jimukyoku', 'ledger-internal.csv', await sampleFile('ledger-internal.csv'))
  expect(await city.stateOf(first)).toMatchObject({ counts: { new: 95, refused: 0, double: 0 } })
  expect(await city.commit('jimukyoku', first)).toMatchObject({ state: 'done' })
  const second = await city.bring(
    'jimukyoku',
    'ledger-internal.xlsx',
    await sampleFile('ledger-internal.xlsx'),
  )
  expect(await city.stateOf(second)).toMatchObject({
    counts: { unchanged: 95, new: 7, refused: 3, double: 1, changed: 0 },
  })
})

test('what needs no approval changes at once; what loosens, and levels, go to the approvers with the reason', async () => {
  await registered('届出管理', '届出統計', '届出控え')
  const id = await bring(
    clerk,
    { name: '届出管理', remarks: '新しい備考' },
    { name: '届出統計', personal: '無', subjects: '0', remarks: '統計のみ' },
    { name: '届出控え', level: '2', reason: '公表した' },
  )
  const rows = await city.rowsOf(id)
  expect(rows.map(({ kind, proposes }) => [kind, proposes])).toEqual([
    ['changed', []],
    ['changed', ['data_subjects', 'personal_data']],
    ['changed', ['confidentiality']],
  ])
  expect(rows[1]?.changes).toEqual({
    data_subjects: [100, 0],
    personal_data: ['personal', 'none'],
    remarks: [null, '統計のみ'],
  })
  expect(await city.commit(clerk, id)).toMatchObject({ state: 'done' })
  expect(await assetOf('届出管理')).toMatchObject({ remarks: '新しい備考' })
  expect(await assetOf('届出統計')).toMatchObject({ remarks: '統計のみ', personal_data: 'personal' })
  expect(await assetOf('届出控え')).toMatchObject({ confidentiality: '3B' })
  const items = await city.ask(
    `select i.kind, i.after, i.judgement ->> 'confidentiality' as level, i.judgement ->> 'reason' as reason, s.steps
     from proposal_items i join proposals p on p.id = i.proposal_id
     cross join lateral (select array_agg(duty order by place) as steps from approval_steps a where a.proposal_id = p.id) s
     where p.import_id = $1 order by i.kind`,
    [id],
  )
  expect(items).toEqual([
    {
      kind: 'change',
      after: { personal_data: 'none', data_subjects: 0 },
      level: null,
      reason: null,
      steps: ['manager'],
    },
    { kind: 'reclassification', after: {}, level: '2', reason: '公表した', steps: ['manager', 'ciso'] },
  ])
  const events = await city.ask(
    `select action, count(*)::int from audit_events where details ->> 'import' = $1 group by 1 order by 1`,
    [String(id)],
  )
  expect(events).toEqual([
    { action: 'asset.edited', count: 3 },
    { action: 'proposal.submitted', count: 2 },
  ])
  const again = await bring(clerk, { name: '届出統計', personal: '無', subjects: '0', remarks: '統計のみ' })
  expect((await city.rowsOf(again))[0]).toMatchObject({
    kind: 'refused',
    problems: [{ code: 'alreadyProposed' }],
  })
  await cancel(clerk, again)
})

test('levels of registered assets fall with a reason only', async () => {
  await registered('理由の要る資産', '変わらない資産')
  const id = await bring(clerk, { name: '理由の要る資産', level: '2' }, { name: '変わらない資産' })
  expect(await city.confirm(clerk, id)).toEqual({ refused: 'reasonMissing' })
  await cancel(clerk, id)
})

test('what somebody changed between preview and confirmation is shown again, and nothing is written', async () => {
  const [number] = await registered('動く資産')
  const id = await bring(clerk, { name: '動く資産', remarks: '担当の備考' })
  const theirs = await bring('jimukyoku', { name: '動く資産', remarks: '事務局の備考' })
  expect(await city.commit('jimukyoku', theirs)).toMatchObject({ state: 'done' })
  expect(await city.confirm(clerk, id)).toEqual({ refused: 'changed' })
  expect(await city.rowsOf(id)).toMatchObject([
    { asset_number: String(number), moved: true, changes: { remarks: ['事務局の備考', '担当の備考'] } },
  ])
  expect(await city.commit(clerk, id)).toMatchObject({ state: 'done' })
  expect(await assetOf('動く資産')).toMatchObject({ remarks: '担当の備考' })
})

test('of two confirmed imports of the same new rows the second is shown again, with nothing written', async () => {
  const mine = await bring(clerk, { name: '二人の資産' }, { name: '私の資産' })
  const theirs = await bring('jimukyoku', { name: '二人の資産' })
  accepted(await city.confirm(clerk, mine), 'mine')
  accepted(await city.confirm('jimukyoku', theirs), 'theirs')
  await city.run(commitImports)
  expect(await city.stateOf(mine)).toMatchObject({ state: 'done' })
  expect(await city.stateOf(theirs)).toMatchObject({ state: 'previewed', counts: { unchanged: 1, new: 0 } })
  expect(await city.rowsOf(theirs)).toMatchObject([{ moved: true, kind: 'unchanged' }])
  expect(await city.ask(`select count(*)::int as count from assets where name = '二人の資産'`)).toEqual([
    { count: 1 },
  ])
  await cancel('jimukyoku', theirs)
})

test('one request pressed twice writes once', async () => {
  const id = await bring(clerk, { name: '一度だけ' })
  const request = crypto.randomUUID()
  const pressed = await Promise.all([city.confirm(clerk, id, request), city.confirm(clerk, id, request)])
  expect(pressed).toEqual([{ result: { id } }, { result: { id } }])
  await Promise.all([city.run(commitImports), city.run(commitImports)])
  expect(await city.stateOf(id)).toMatchObject({ state: 'done' })
  expect(await city.confirm(clerk, id)).toEqual({ refused: 'gone' })
  expect(await city.ask(`select count(*)::int as count from assets where name = '一度だけ'`)).toEqual([
    { count: 1 },
  ])
})

test('rows of a department that its person reaches no more are not written: the import says failed', async () => {
  const id = await bring(clerk, { name: '届かない資産' })
  accepted(await city.confirm(clerk, id), 'confirm')
  const before = await digest()
  await city.ask(`alter table grants disable trigger user`)
  await city.ask(
    `update grants set ended_on = '2026-11-01' where person_id = (select id from people where login_id = $1)`,
    [clerk],
  )
  await city.run(commitImports)
  expect(await city.stateOf(id)).toMatchObject({ state: 'failed', failure: 'reachLost' })
  await city.ask(
    `update grants set ended_on = null where person_id = (select id from people where login_id = $1)`,
    [clerk],
  )
  await city.ask(`alter table grants enable trigger user`)
  expect(await digest()).toEqual(before)
  const { version } = await city.stateOf(id)
  accepted(await tryOwnImportAgain(await city.may(clerk, 'asset.import'), { id, version }), 'again')
  expect(await city.commit(clerk, id)).toMatchObject({ state: 'done' })
})

test('a file that is cancelled while it is written leaves the ledger as it was', async () => {
  const before = await digest()
  const id = await bring(
    'jimukyoku',
    ...Array.from({ length: 6_000 }, (_, at) => ({ name: `中止する資産${String(at)}` })),
  )
  accepted(await city.confirm('jimukyoku', id), 'confirm')
  const writing = city.run(commitImports)
  for (let done = 0; done === 0;)
    done =
      (await city.ask<{ done: number }>('select done from import_progress where import_id = $1', [id]))[0]
        ?.done ?? 0
  await cancel('jimukyoku', id)
  await writing
  expect(await city.stateOf(id)).toMatchObject({ state: 'cancelled' })
  expect(await digest()).toEqual(before)
})

test('rows of other departments, and of 関係者限り assets, say nothing of what is out of reach', async () => {
  const id = await bring(clerk, { name: '二人の資産', department: '財政部,市民税課' })
  expect(await city.rowsOf(id)).toMatchObject([
    { kind: 'refused', asset_number: null, problems: [{ code: 'notYours' }] },
  ])
  const { version } = await city.stateOf(id)
  accepted(
    await skipOwnRows(await city.may(clerk, 'asset.import'), {
      id,
      version,
      which: 'all',
      selected: [],
      reason: 'notOurs',
      other: '',
      show: 'refused',
    }),
    'skip',
  )
  expect(await city.confirm(clerk, id)).toEqual({ refused: 'nothingToDo' })
})

async function cancel(login: string, id: bigint) {
  const { version } = await city.stateOf(id)
  accepted(await cancelOwnImport(await city.may(login, 'asset.import'), { id, version }), 'cancel')
}
