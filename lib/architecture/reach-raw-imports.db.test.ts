import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf, importCity, type ImportCity } from '@/e2e/support/import-city'
import { commitImports } from '@/lib/platform/jobs/commit-imports'
import { accepted } from '@/scripts/sample-city/actors'
import pg from 'pg'

/* What somebody could do to imports who has the writing login's password, and a session, but not the portal's code. */
let city: ImportCity
let writers: pg.Pool
beforeAll(async () => {
  city = await importCity()
  writers = new pg.Pool({ connectionString: city.database.writerUrl, max: 3 })
}, 180_000)
afterAll(async () => {
  await writers.end()
  await city.end()
})

const clerk = 'shimin-tanto'
const file = (...names: string[]) =>
  csvOf([
    ['部局', '所管課', '情報資産名', '機密性', '完全性', '可用性', 'ネットワーク区分'],
    ...names.map((name) => ['市民部', '市民課', name, '3B', '2', '2', 'LGWAN接続系']),
  ])
const bring = (login: string, ...names: string[]) => city.bring(login, 'ledger.csv', file(...names))
const secretOf = async (login: string) =>
  (await city.ask('select open_system_session(id) as secret from people where login_id = $1', [login]))[0]?.[
    'secret'
  ] ?? ''

/** One transaction on the writing login, rolled back: what its last statement answers, or why it was refused. */
async function attempt(login: string | null, permission: string, ...steps: [string, ...unknown[]][]) {
  const client = await writers.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.session', $1, true), set_config('app.permission', $2, true), set_config('app.now', $3, true)`,
      [login === null ? '' : await secretOf(login), permission, process.env['DAICHO_NOW'] ?? ''],
    )
    let rows: unknown[] = []
    for (const [sql, ...values] of steps)
      rows = (await client.query<Record<string, unknown>>(sql, values)).rows
    return rows
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await client.query('rollback')
    client.release(true)
  }
}
/** With the ids as values: who sees no department could else add none, and nothing would be tried. */
const addAsset = async (): Promise<[string, ...unknown[]]> => {
  const [scheme] = await city.ask(`select id::text from classification_schemes where code = 'municipal-2024'`)
  return [
    `insert into assets (number, name, kind_code, department_id, scheme_id, scheme_family, registered_on)
     values (1, 'x', 'information', $1, $2, 'municipal', '2026-03-01')`,
    city.departmentIds.get('0610'),
    scheme?.['id'],
  ]
}

test('nobody but the doors says for whom a transaction acts, or what became of an import', async () => {
  const id = await bring(clerk, '行1')
  for (const sql of [
    `insert into acting_imports select pg_current_xact_id(), ${String(id)}, 1`,
    `insert into checked_imports values (pg_current_xact_id(), ${String(id)})`,
    `select begin_acting(${String(id)})`,
    `select match_import_rows(${String(id)})`,
    `select put_import_rows(${String(id)}, '[]')`,
    `select * from import_file_parts`,
    `update imports set state = 'queued'`,
    `update import_rows set kind = 'new'`,
    `delete from import_rows`,
  ])
    expect([sql, await attempt(clerk, 'asset.import', [sql])]).toEqual([
      sql,
      expect.stringContaining('permission denied'),
    ])
})

test("an import is its person's: nobody else sees, confirms, cancels or mends it", async () => {
  const id = await bring('jimukyoku', '行2')
  for (const table of [
    'imports',
    'import_rows',
    'import_row_roles',
    'import_answers',
    'import_progress',
    'import_written',
  ])
    expect([
      table,
      await attempt(clerk, 'asset.import', [
        `select * from ${table} where ${table === 'imports' ? 'id' : 'import_id'} = $1`,
        id,
      ]),
    ]).toEqual([table, []])
  for (const [door, ...values] of [
    ['confirm_import($1, 1, gen_random_uuid())'],
    ['cancel_import($1, 1)'],
    ['skip_rows($1, 1, null, $2)', 'x'],
    ['unskip_rows($1, 1, array[1])'],
    [`mend_row($1, 1, 1, '{}', '{}')`],
    [`set_layout($1, 1, '{}')`],
    [`answer_words($1, 1, '[]')`],
    ['try_import_again($1, 1)'],
    [`remember_mapping($1, 'x', 'own')`],
  ] as const)
    expect([door, await attempt(clerk, 'asset.import', [`select ${door} as said`, id, ...values])]).toEqual([
      door,
      [{ said: 'gone' }],
    ])
  expect(await attempt('kansa', 'asset.import', [`select begin_import('x')`])).toContain('needs asset.import')
  expect(await attempt(null, 'asset.import', [`select begin_import('x')`])).toContain('needs asset.import')
})

test("a job's doors open for whoever holds the import only, for what was confirmed only, and for no session", async () => {
  const id = await bring(clerk, '行3')
  const hold: [string, ...unknown[]] = [
    'select pg_advisory_lock(7229014, ($1::bigint % 2147483647)::int)',
    id,
  ]
  for (const door of ['begin_commit($1)', 'step_commit($1, 1, 1)', 'finish_commit($1)'])
    for (const steps of [[], [hold]] as [string, ...unknown[]][][])
      expect([door, await attempt(null, 'asset.import', ...steps, [`select ${door}`, id])]).toEqual([
        door,
        expect.stringContaining("portal's job only"),
      ])
  expect(await attempt(null, '', [`select end_commit($1, 'done')`, id])).toContain("portal's job only")
  expect(await attempt(null, '', ['select import_part($1, 1)', id])).toContain('only who reads')
  expect(await attempt(null, '', [`select store_import_rows($1, '[]')`, id])).toContain('only who reads')
  expect(await attempt(null, '', hold, [`select store_import_rows($1, '[]') as kept`, id])).toEqual([
    { kept: false },
  ])

  accepted(await city.confirm(clerk, id), 'confirm')
  const take: [string] = ['select next_import_to_commit()']
  expect(await attempt(clerk, 'asset.import', take, ['select begin_commit($1)', id])).toContain(
    "portal's job only",
  )
  expect(await attempt(null, '', take, ['select step_commit($1, 1, 1)', id])).toContain(
    'after it was checked',
  )
  expect(await attempt(null, '', take, ['select finish_commit($1)', id])).toContain(
    'when all of it is written',
  )
  expect(
    await attempt(null, '', take, ['select begin_commit($1)', id], ['select finish_commit($1)', id]),
  ).toContain('when all of it is written')
  // Between two doors nobody acts.
  const between = await attempt(
    null,
    'asset.import',
    take,
    ['select begin_commit($1)', id],
    ['select viewer_id() as viewer, permission_in_use() as permission'],
  )
  expect(between).toEqual([{ viewer: null, permission: '' }])
  for (const permission of ['asset.import', 'asset.create'])
    expect(
      await attempt(
        null,
        permission,
        take,
        ['select begin_commit($1)', id],
        [`select set_config('app.permission', $1, true)`, permission],
        await addAsset(),
      ),
    ).toMatch(/row-level security|signed in/u)
  await city.run(commitImports)
  expect(await city.stateOf(id)).toMatchObject({ state: 'done' })
})

test('asset.import alone, without a job that acts, writes no row of the ledger', async () => {
  expect(await attempt(clerk, 'asset.import', await addAsset())).toContain('row-level security')
  expect(
    await attempt(clerk, 'asset.import', [
      `with moved as (update assets set remarks = 'x' returning 1) select * from moved`,
    ]),
  ).toEqual([])
})

test('rows changed after the confirmation, or confirmed without a word in the trail, are not written', async () => {
  const id = await bring(clerk, '行4')
  accepted(await city.confirm(clerk, id), 'confirm')
  await city.ask(`update import_rows set read = read || '{"name": "別の名前"}' where import_id = $1`, [id])
  await city.run(commitImports)
  expect(await city.stateOf(id)).toMatchObject({ state: 'failed', failure: 'hashDiffers' })

  const silent = await bring(clerk, '行5')
  const { version } = await city.stateOf(silent)
  const client = await writers.connect()
  await client.query('begin')
  await client.query(
    `select set_config('app.session', $1, true), set_config('app.permission', 'asset.import', true), set_config('app.now', $2, true)`,
    [await secretOf(clerk), process.env['DAICHO_NOW']],
  )
  expect(
    (await client.query('select confirm_import($1, $2, gen_random_uuid()) as said', [silent, version])).rows,
  ).toEqual([{ said: 'done' }])
  await client.query('commit')
  client.release()
  await city.run(commitImports)
  expect(await city.stateOf(silent)).toMatchObject({ state: 'failed', failure: 'hashDiffers' })
  expect(await city.ask(`select name from assets where name in ('行4', '行5', '別の名前')`)).toEqual([])
})
