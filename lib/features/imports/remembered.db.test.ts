import { afterAll, beforeAll, expect, test } from 'vitest'
import { importCity, type ImportCity } from '@/e2e/support/import-city'
import { csvOf, ledgerFile, type LedgerLine } from '@/e2e/support/import-files'
import { readImports } from '@/lib/platform/jobs/read-imports'
import { accepted } from '@/scripts/sample-city/actors'
import { cancelOwnImport, skipOwnRows, tryOwnImportAgain } from './act-commands'
import { endOwnMapping, rememberOwnMapping } from './mapping-commands'
import { showImport } from './show-queries'
import { keepFile } from './upload-commands'

/* What is remembered for the next file, how many files wait, and what is thrown away when. */
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
async function* parts(bytes: Uint8Array) {
  yield await Promise.resolve(bytes)
}

test('a way of reading is remembered for the next file with that head, shared by whom it may be, and ended by its owner', async () => {
  const file = (name: string) =>
    csvOf([
      ['情報資産名', '部局', '所管課', '機密性', '完全性', '可用性', 'しまってあるところ'],
      [name, '市民部', '市民課', '2', '1', '1', '北の書庫'],
    ])
  const send = (login: string, name: string) => city.bring(login, '書庫.csv', file(name))
  const readAs = async (id: bigint) => (await city.rowsOf(id))[0]?.read['storage_location']
  const first = await send(clerk, '覚える資産')
  expect(await readAs(first)).toBeUndefined()
  const columns = [
    'name',
    'bureau',
    'department',
    'confidentiality',
    'integrity',
    'availability',
    'storageLocation',
  ]
  const wish = JSON.stringify({
    sheets: {
      0: {
        isChosen: true,
        headFrom: 1,
        headTo: 1,
        columns: columns.map((means, column) => ({ column, means })),
      },
    },
  })
  await city.ask(`update imports set layout = $2, state = 'uploaded' where id = $1`, [first, wish])
  await city.run(readImports)
  expect(await readAs(first)).toBe('北の書庫')
  const remember = async (login: string, id: bigint, shared: 'own' | 'department' | 'everyone') =>
    rememberOwnMapping(await may(login), { id, name: '書庫の台帳', shared })
  expect(await remember(clerk, first, 'everyone')).toEqual({ refused: 'notPermitted' })
  accepted(await remember(clerk, first, 'own'), 'remember')
  await cancel(first)
  const next = await send(clerk, '覚えた資産')
  expect(await readAs(next)).toBe('北の書庫')
  await cancel(next)
  // One's own only; then, shared with the department, also by who imports for it.
  const others = async (login: string) => {
    const id = await send(login, 'ほかの方の資産')
    const read = await readAs(id)
    await cancel(id, login)
    return read
  }
  expect(await others('shimin-kacho')).toBeUndefined()
  const again = await send(clerk, '共有する資産')
  accepted(await remember(clerk, again, 'department'), 'share')
  await cancel(again)
  expect(await others('shimin-kacho')).toBe('北の書庫')
  const mapping = async () =>
    BigInt(
      (
        await city.ask('select id::text from import_mappings where ended_on is null order by id desc limit 1')
      )[0]?.['id'] ?? 0,
    )
  expect(await endOwnMapping(await may('shimin-kacho'), { id: await mapping() })).toEqual({ refused: 'gone' })
  accepted(await endOwnMapping(await may(), { id: await mapping() }), 'end')
  expect(await others(clerk)).toBeUndefined()
})

test('five imports of a person wait, and a sixth doesn’t, whichever way it would come', async () => {
  // Sent and not yet read counts, too.
  const send = async (name: string) =>
    keepFile(await may(), { name: `${name}.csv`, parts: parts(ledgerFile({ name })) })
  const waiting: bigint[] = []
  const sent = async (name: string) => waiting.push(accepted(await send(name), name).id)
  for (const name of ['一', '二', '三', '四']) await sent(name)
  const failed = waiting.pop() ?? 0n
  await city.ask(
    `update imports set state = 'failed', failure = 'interrupted', ended_at = app_now() where id = $1`,
    [failed],
  )
  for (const name of ['四', '五']) await sent(name)
  expect(await send('六')).toEqual({ refused: 'tooManyWaiting' })
  expect(await tryOwnImportAgain(await may(), await seen(failed))).toEqual({ refused: 'tooManyWaiting' })
  await cancel(waiting.pop() ?? 0n)
  accepted(await tryOwnImportAgain(await may(), await seen(failed)), 'again')
  for (const id of [...waiting, failed]) await cancel(id)
})

test('after 30 days what waits is cancelled, after 90 a file and its rows are gone, and the import still says what it did', async () => {
  const [waits, late] = [await bring({ name: '放っておく資産' }), await bring({ name: '失敗した資産' })]
  const done = await bring({ name: '取り込んだ資産' }, { name: '取り込まない資産' })
  accepted(
    await skipOwnRows(await may(), {
      ...(await seen(done)),
      which: 'chosen' as const,
      selected: [2],
      reason: 'unclear' as const,
      other: '',
      show: 'new' as const,
    }),
    'skip',
  )
  expect(await city.commit(clerk, done)).toMatchObject({ state: 'done' })
  await city.ask(
    `update imports set state = 'failed', failure = 'interrupted', ended_at = app_now() where id = $1`,
    [late],
  )
  const forgetAt = async (moment: string) => {
    const client = await city.database.ownerPool.connect()
    await client.query(`select set_config('app.now', $1, false)`, [moment])
    await client.query('select forget_imports()')
    client.release(true)
  }
  const kept = async (id: bigint) =>
    (
      await city.ask<Record<string, number>>(
        `select (select count(*)::int from import_file_parts where import_id = $1) as parts,
           (select count(*)::int from import_rows where import_id = $1) as rows`,
        [id],
      )
    )[0]
  await forgetAt('2026-12-19T10:00:00+09:00')
  expect(await city.stateOf(waits)).toMatchObject({ state: 'previewed' })
  await forgetAt('2026-12-21T10:00:00+09:00')
  expect(await city.stateOf(waits)).toMatchObject({ state: 'cancelled' })
  expect(
    await city.ask(
      `select count(*)::int as told from audit_events where action = 'import.expired' and subject_id = $1`,
      [waits],
    ),
  ).toEqual([{ told: 1 }])
  await forgetAt('2027-02-17T10:00:00+09:00')
  expect(await kept(done)).toEqual({ parts: 1, rows: 2 })
  await forgetAt('2027-02-22T10:00:00+09:00')
  expect(await kept(done)).toEqual({ parts: 0, rows: 0 })
  expect(await city.stateOf(done)).toMatchObject({ state: 'done', counts: { new: 1, skipped: 1 } })
  const page = await showImport(await may(), done, { show: null, after: 0, done: null, refused: null })
  expect(page?.preview).toMatchObject({ rows: [], isForgotten: true })
  // What failed can't be tried again without its file.
  expect(await tryOwnImportAgain(await may(), await seen(late))).toEqual({ refused: 'gone' })
})
