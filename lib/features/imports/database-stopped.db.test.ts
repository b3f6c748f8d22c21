import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { templateName } from '@/e2e/support/database'
import { freezeTemplate } from '@/e2e/support/database-server'
import { importCity, type ImportCity } from '@/e2e/support/import-city'
import { ledgerFile } from '@/e2e/support/import-files'
import { randomOf } from '@/e2e/support/interleave'
import { verifyTrail } from '@/lib/platform/audit/verify'
import { commitImports } from '@/lib/platform/jobs/commit-imports'
import { accepted } from '@/scripts/sample-city/actors'
import { startEmbeddedPostgres } from '@/scripts/embedded-postgres.mjs'
import { migrate } from '@/scripts/migrate.mjs'
import { provision } from '@/scripts/provision.mjs'
import { tryOwnImportAgain } from './act-commands'

/*
 * The database itself stops, as `pg_ctl stop -m immediate` stops it, at random points of a commit, and starts again: the
 * ledger is as before and the import says failed, or all of it is written. `SEED=n` repeats the points.
 */
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const random = randomOf(seed)
const stops = 3
const rows = 2_000
const login = 'jimukyoku'
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'daicho-stopped-'))
chmodSync(dataDir, 0o755)
const shared = process.env['TEST_DATABASES'] ?? ''
// Kept after each commit, as where people work; what a machine loses that is switched off is PostgreSQL's own matter.
const settings = { synchronous_commit: 'on', max_connections: '60' }

let server: Awaited<ReturnType<typeof startEmbeddedPostgres>>
let city: ImportCity
beforeAll(async () => {
  process.stdout.write(`SEED=${String(seed)}\n`)
  server = await startEmbeddedPostgres({ dataDir, sync: false, settings })
  const word = 'only-for-this-test'
  const names = { database: templateName }
  const urls = await provision(server.superuserUrl, { owner: word, reader: word, writer: word, names })
  await migrate(urls.ownerUrl)
  await freezeTemplate(server.superuserUrl)
  process.env['TEST_DATABASES'] = JSON.stringify({ superuserUrl: server.superuserUrl, ...urls })
  city = await importCity()
  await city.may(login, 'asset.import')
  // Its session goes on; a connection that nobody looks after would end this process with the database.
  await city.owner.end()
}, 180_000)
afterAll(async () => {
  await city.end()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
  process.env['TEST_DATABASES'] = shared
}, 60_000)

const file = (round: number) =>
  ledgerFile(
    ...Array.from({ length: rows }, (_, at) => ({ name: `止まる資産${String(round)}-${String(at)}` })),
  )
/** The ledger in one line, with its versions, proposals and all that the trail holds of it. */
const digest = () =>
  city.ask<
    Record<string, number>
  >(`select count(*)::int as assets, md5(coalesce(string_agg(a::text, '' order by number), '')) as said,
    (select count(*)::int from assets_versions) as versions, (select count(*)::int from classifications) as judged,
    (select count(*)::int from proposals) as proposals, (select count(*)::int from proposal_items) as items,
    (select count(*)::int from audit_events where action = 'asset.imported') as events from assets a`)
const answers = () =>
  city.ask('select 1 as one').then(
    () => true,
    () => false,
  )

test(`stopped at random points of a commit (seed ${String(seed)}), the database comes back with all of it or nothing`, async () => {
  const calm = await city.bring(login, 'ledger.csv', file(0))
  accepted(await city.confirm(login, calm), 'confirm')
  const began = performance.now()
  await city.run(commitImports)
  const usual = performance.now() - began
  expect(await city.stateOf(calm)).toMatchObject({ state: 'done' })

  let id = await city.bring(login, 'ledger.csv', file(1))
  for (let [failed, round] = [0, 1]; failed < stops; round++) {
    expect(round).toBeLessThan(20)
    const before = await digest()
    accepted(await city.confirm(login, id), 'confirm')
    const writing = city.run(commitImports).then(
      () => 'ended',
      () => 'cut off',
    )
    // A random moment of the commit; nothing depends on which one it is.
    await wait(random(Math.ceil(usual)))
    process.kill(server.pid, 'SIGQUIT')
    await writing
    const { port } = server
    await server.stop()
    server = await startEmbeddedPostgres({ dataDir, port, sync: false, settings })
    await expect.poll(answers, { timeout: 20_000 }).toBe(true)
    await city.ask('select fail_abandoned_imports()')
    const { state, failure, version } = await city.stateOf(id)
    if (state === 'done') {
      expect((await digest())[0]).toMatchObject({
        assets: Number(before[0]?.['assets']) + rows,
        events: Number(before[0]?.['events']) + rows,
      })
      id = await city.bring(login, 'ledger.csv', file(round + 1))
      continue
    }
    failed++
    expect(await digest()).toEqual(before)
    if (state === 'queued') {
      // The job had not begun: it goes on by itself.
      await city.run(commitImports)
      expect(await city.stateOf(id)).toMatchObject({ state: 'done' })
      id = await city.bring(login, 'ledger.csv', file(round + 1))
      continue
    }
    expect({ state, failure }).toEqual({ state: 'failed', failure: 'interrupted' })
    accepted(await tryOwnImportAgain(await city.may(login, 'asset.import'), { id, version }), 'again')
  }
  expect(await city.commit(login, id)).toMatchObject({ state: 'done', counts: { new: rows } })
  expect(await verifyTrail(city.database.ownerUrl, null)).toMatchObject({ findings: [] })
}, 300_000)
