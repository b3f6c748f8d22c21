import { afterAll, beforeAll, expect, test } from 'vitest'
import { importCity, type ImportCity } from '@/e2e/support/import-city'
import { csvOf, ledgerFile, type LedgerLine } from '@/e2e/support/import-files'
import { commitImports } from '@/lib/platform/jobs/commit-imports'
import { readImports } from '@/lib/platform/jobs/read-imports'
import { accepted } from '@/scripts/sample-city/actors'
import { cancelOwnImport, skipOwnRows, unskipOwnRow } from './act-commands'
import { confirmOwnImport } from './confirm-commands'
import { mendOwnRow } from './mend-commands'

/* What stands in two tabs, what became other meanwhile, what is remembered, and what is thrown away. */
let city: ImportCity
beforeAll(async () => {
  city = await importCity()
}, 180_000)
afterAll(() => city.end())

const clerk = 'shimin-tanto'
const may = (login = clerk) => city.may(login, 'asset.import')
const bring = (...rows: LedgerLine[]) => city.bring(clerk, 'ledger.csv', ledgerFile(...rows))
const seen = async (id: bigint) => ({ id, version: (await city.stateOf(id)).version })
const cancel = async (id: bigint, login = clerk) =>
  accepted(await cancelOwnImport(await may(login), await seen(id)), 'cancel')
const skipping = {
  which: 'chosen' as const,
  selected: [1],
  reason: 'other' as const,
  other: '廃止した',
  show: 'new' as const,
}
const press = (id: bigint, version: number) => ({ id, version, request: crypto.randomUUID() })
const nothing = async () =>
  Number((await city.ask(`select count(*) from assets where name like '二つの画面%'`))[0]?.['count'])

test('a row is skipped with a reason and taken up again, mended on the spot, and comes in as it was mended', async () => {
  const id = await bring({ name: '見送る資産' }, { name: '直す資産', level: '9Z' })
  expect(await city.stateOf(id)).toMatchObject({ counts: { new: 1, refused: 1 } })
  accepted(await skipOwnRows(await may(), { ...(await seen(id)), ...skipping }), 'skip')
  expect(await city.rowsOf(id)).toMatchObject([
    { kind: 'skipped', skip_reason: '廃止した' },
    { kind: 'refused' },
  ])
  accepted(await unskipOwnRow(await may(), { ...(await seen(id)), place: 1 }), 'unskip')
  expect(await city.rowsOf(id)).toMatchObject([{ kind: 'new', skip_reason: null }, { kind: 'refused' }])
  accepted(await skipOwnRows(await may(), { ...(await seen(id)), ...skipping }), 'skip')
  const mend = { ...(await seen(id)), place: 2, show: 'refused' as const, 'cell-4': '3A' }
  accepted(await mendOwnRow(await may(), mend), 'mend')
  expect(await city.commit(clerk, id)).toMatchObject({ state: 'done', counts: { new: 1, skipped: 1 } })
  expect(
    await city.ask(`select name, confidentiality from assets where name in ('見送る資産', '直す資産')`),
  ).toEqual([{ name: '直す資産', confidentiality: '3A' }])
  const [event] = await city.ask<{ details: { skipped: unknown } }>(
    `select details from audit_events where action = 'import.committed' and subject_id = $1`,
    [id],
  )
  expect(event?.details.skipped).toEqual([{ sheet: 'ledger', line: 2, reason: '廃止した' }])
})

test('in two tabs: what one has mended or skipped, the other confirms only after looking again', async () => {
  const id = await bring({ name: '二つの画面一' }, { name: '二つの画面二' })
  const { version } = await city.stateOf(id)
  accepted(await skipOwnRows(await may(), { id, version, ...skipping }), 'skip')
  expect(await confirmOwnImport(await may(), press(id, version))).toEqual({ refused: 'stale' })
  expect(await mendOwnRow(await may(), { id, version, place: 2, show: 'new', 'cell-11': 'x' })).toEqual({
    refused: 'stale',
  })
  expect(await skipOwnRows(await may(), { id, version, ...skipping })).toEqual({ refused: 'stale' })
  // At the very same moment one of the two wins, and the other is told.
  const now = await seen(id)
  const both = await Promise.all([
    confirmOwnImport(await may(), press(id, now.version)),
    mendOwnRow(await may(), { ...now, place: 2, show: 'new', 'cell-11': '直した備考' }),
  ])
  expect(both.filter((one) => 'result' in one)).toHaveLength(1)
  const state = (await city.stateOf(id)).state
  expect(both[0]).toEqual(state === 'queued' ? { result: { id } } : { refused: 'stale' })
  expect(both[1]).toEqual(state === 'queued' ? { refused: 'stale' } : { result: { id } })
  expect(await nothing()).toBe(0)
  await cancel(id)
  expect(await confirmOwnImport(await may(), press(id, now.version))).toEqual({ refused: 'gone' })
  await city.run(commitImports)
  expect(await nothing()).toBe(0)
})

test('whoever cancels in the last moment of a commit waits for it, and hears that it is written', async () => {
  const id = await bring({ name: '書き終わる資産' })
  accepted(await city.confirm(clerk, id), 'confirm')
  const client = await city.database.ownerPool.connect()
  const before = await seen(id)
  // The commit's own last look at what was asked holds its progress; so does this, until the import is done.
  await city.ask(`update imports set state = 'committing' where id = $1`, [id])
  await client.query('begin')
  await client.query('select from import_progress where import_id = $1 for update', [id])
  const cancelling = cancelOwnImport(await may(), before)
  const waits = async () =>
    Number((await city.ask(`select count(*) from pg_locks where not granted`))[0]?.['count']) > 0
  await expect.poll(waits, { timeout: 10_000 }).toBe(true)
  await client.query(`update imports set state = 'done', ended_at = app_now() where id = $1`, [id])
  await client.query('commit')
  client.release()
  expect(await cancelling).toEqual({ refused: 'gone' })
})

test('a standard ledger that somebody changed since is shown again, and not written over', async () => {
  const officer = 'kyoiku-kacho'
  const head = ['情報資産名', '重要性分類', '保管場所', '媒体']
  const file = (place: string) => csvOf([['標準台帳'], head, ['指導要録', 'I', place, '紙']])
  const send = (place: string) => city.bring(officer, '標準台帳.csv', file(place))
  const first = await send('金庫')
  expect((await city.rowsOf(first)).map(({ kind, problems }) => [kind, problems])).toEqual([['new', []]])
  expect(await city.commit(officer, first)).toMatchObject({ state: 'done' })
  const [mine, theirs] = [await send('職員室'), await send('校長室')]
  expect(await city.rowsOf(mine)).toMatchObject([
    { kind: 'changed', changes: { storage_location: ['金庫', '職員室'] } },
  ])
  expect(await city.commit(officer, theirs)).toMatchObject({ state: 'done' })
  expect(await city.confirm(officer, mine)).toEqual({ refused: 'changed' })
  expect(await city.rowsOf(mine)).toMatchObject([
    { moved: true, changes: { storage_location: ['校長室', '職員室'] } },
  ])
  // And once more, between the confirmation and the writing: the first of two is written, the other shown again.
  const third = await send('倉庫')
  accepted(await city.confirm(officer, mine), 'confirm')
  accepted(await city.confirm(officer, third), 'confirm')
  await city.run(commitImports)
  expect([(await city.stateOf(mine)).state, (await city.stateOf(third)).state]).toEqual(['done', 'previewed'])
  expect(await city.rowsOf(third)).toMatchObject([
    { moved: true, changes: { storage_location: ['職員室', '倉庫'] } },
  ])
  await cancel(third, officer)
})

/** What is changed past the guards here is told in the trail, as every change is: rows that stand are not matched again. */
const recorded = () => city.ask(`select record_events('[{"action": "test.acted", "subjectType": "assets"}]')`)

test('a department that closes between the preview and the writing takes no row: it is shown again', async () => {
  const id = await bring({ name: '課がなくなる資産' })
  accepted(await city.confirm(clerk, id), 'confirm')
  const close = (day: string | null) =>
    city.ask(`update departments set valid_to = $1 where name = '市民課'`, [day])
  await city.ask('alter table departments disable trigger user')
  await close('2026-11-19')
  await recorded()
  await city.run(commitImports)
  expect(await city.stateOf(id)).toMatchObject({ state: 'previewed', counts: { refused: 1, new: 0 } })
  expect(await city.rowsOf(id)).toMatchObject([
    { moved: true, problems: [{ code: 'closedDepartment', args: ['市民課'] }] },
  ])
  await close(null)
  await city.ask('alter table departments enable trigger user')
  await recorded()
  expect(await city.confirm(clerk, id)).toEqual({ refused: 'changed' })
  expect(await city.commit(clerk, id)).toMatchObject({ state: 'done' })
})

test('a scheme that comes into force between the preview and the writing makes the file read anew', async () => {
  const id = await bring({ name: '分類の変わる資産' })
  accepted(await city.confirm(clerk, id), 'confirm')
  const other = 'update imports set schemes = array[schemes[1] + 1, schemes[2], schemes[3]] where id = $1'
  await city.ask(other, [id])
  await recorded()
  await city.run(commitImports)
  expect(await city.stateOf(id)).toMatchObject({ state: 'previewed' })
  expect(await city.confirm(clerk, id)).toEqual({ refused: 'changed' })
  expect(await city.stateOf(id)).toMatchObject({ state: 'uploaded' })
  await city.run(readImports)
  expect(await city.commit(clerk, id)).toMatchObject({ state: 'done' })
})
