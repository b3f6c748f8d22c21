import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importCity, type ImportCity } from '@/e2e/support/import-city'
import { csvOf } from '@/e2e/support/import-files'
import { randomOf } from '@/e2e/support/interleave'
import { startProgram, watchOf } from '@/e2e/support/killing'
import { verifyTrail } from '@/lib/platform/audit/verify'
import { commitImports } from '@/lib/platform/jobs/commit-imports'
import { accepted } from '@/scripts/sample-city/actors'
import { tryOwnImportAgain } from './act-commands'

/**
 * The process that writes an import is killed, or its connection cut, at random points of the commit, again and again:
 * the ledger is exactly as before and the import says failed, or all of it is written. `SEED=n` repeats the points.
 */
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const rounds = 20
const rows = 3_000
const login = 'jimukyoku'

let city: ImportCity
let watch: Awaited<ReturnType<typeof watchOf>>
beforeAll(async () => {
  process.stdout.write(`SEED=${String(seed)}\n`)
  city = await importCity()
  watch = await watchOf(city.database)
}, 180_000)
afterAll(async () => {
  await watch.end()
  await city.end()
})

const random = randomOf(seed)
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
]
const file = (round: number) =>
  csvOf([
    head,
    ...Array.from({ length: rows }, (_, at) => [
      '市民部',
      '市民課',
      `資産${String(round)}-${String(at)}`,
      '情報システム',
      '3B',
      '2',
      '2',
      'LGWAN接続系',
      '無',
    ]),
  ])
/** The ledger in one line, with its versions, proposals and all that the trail holds of it. */
const digest = () =>
  city.ask(`select count(*)::int as assets, coalesce(max(number), 0)::text as last, md5(coalesce(string_agg(a::text, '' order by number), '')) as said,
    (select count(*)::int from assets_versions) as versions, (select count(*)::int from classifications) as judged,
    (select count(*)::int from proposals) as proposals, (select count(*)::int from proposal_items) as items,
    (select count(*)::int from audit_events where action = 'asset.imported') as events,
    (select coalesce(sum(assets), 0)::int from asset_counts) as counted from assets a`)
/** Server processes that write: next_import_to_commit, which only takes one that waits, is none of it. */
const writing = async () => (await Promise.all(steps.map((step) => watch.atWork(`select ${step}(`)))).flat()
const steps = ['begin_commit', 'step_commit', 'finish_commit']
const busy = async () => (await writing()).length > 0

test(`killed ${String(rounds)} times while it writes (seed ${String(seed)}), an import is whole or not there`, async () => {
  const calm = await city.bring(login, 'ledger.csv', file(0))
  accepted(await city.confirm(login, calm), 'confirm')
  const began = performance.now()
  await city.run(commitImports)
  const usual = performance.now() - began
  expect(await city.stateOf(calm)).toMatchObject({ state: 'done' })

  const ended = { failed: 0, done: 0 }
  let id = await city.bring(login, 'ledger.csv', file(1))
  for (let round = 1; round <= rounds; round++) {
    const before = await digest()
    accepted(await city.confirm(login, id), 'confirm')
    const worker = startProgram('scripts/worker.ts', city.database, { DAICHO_NOW: process.env['DAICHO_NOW'] })
    while (!(await busy()) && (await city.stateOf(id)).state !== 'done')
      expect(worker.child.exitCode).toBeNull()
    // A random moment of the commit; nothing depends on which one it is.
    await wait(random(Math.ceil(usual * 1.1)))
    const isCut = round % 4 === 0
    if (isCut) await watch.cut(await writing())
    worker.child.kill('SIGKILL')
    await worker.gone
    while (await busy());
    while ((await city.stateOf(id)).state === 'committing') await city.ask('select fail_abandoned_imports()')
    const { state, failure } = await city.stateOf(id)
    if (state === 'done') {
      ended.done++
      expect(await digest()).toMatchObject([
        { assets: Number(before[0]?.['assets']) + rows, events: Number(before[0]?.['events']) + rows },
      ])
      id = await city.bring(login, 'ledger.csv', file(round + 1))
      continue
    }
    ended.failed++
    expect({ state, failure }).toEqual({ state: 'failed', failure: 'interrupted' })
    expect(await digest()).toEqual(before)
    const { version } = await city.stateOf(id)
    accepted(await tryOwnImportAgain(await city.may(login, 'asset.import'), { id, version }), 'again')
  }
  expect(await city.commit(login, id)).toMatchObject({ state: 'done' })
  process.stdout.write(`killed: ${JSON.stringify(ended)}\n`)
  expect(ended.failed).toBeGreaterThan(5)
  expect(await verifyTrail(city.database.ownerUrl, null)).toMatchObject({ findings: [] })
}, 900_000)
