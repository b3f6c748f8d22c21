import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRunning, readingChildOf } from '@/e2e/support/children'
import { importCity, type ImportCity } from '@/e2e/support/import-city'
import { ledgerFile } from '@/e2e/support/import-files'
import { randomOf } from '@/e2e/support/interleave'
import { startProgram, watchOf } from '@/e2e/support/killing'
import { readImports } from '@/lib/platform/jobs/read-imports'
import { accepted } from '@/scripts/sample-city/actors'
import { skipOwnRows, tryOwnImportAgain } from './act-commands'
import { readOwnAgain } from './layout-commands'
import { keepFile } from './upload-commands'

/*
 * Whatever ends while a file is sent or read, its child, its process or its connection: nothing of it is half there, and
 * its person may try again. `SEED=n` repeats the points.
 */
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const login = 'jimukyoku'
const rows = 4_000
const bytes = ledgerFile(...Array.from({ length: rows }, (_, at) => ({ name: `読み取る資産${String(at)}` })))

let city: ImportCity
let watch: Awaited<ReturnType<typeof watchOf>>
const random = randomOf(seed)
beforeAll(async () => {
  process.stdout.write(`SEED=${String(seed)}\n`)
  city = await importCity()
  watch = await watchOf(city.database)
}, 180_000)
afterAll(async () => {
  await watch.end()
  await city.end()
})

const digest = () =>
  city.ask(`select (select count(*)::int from assets) as assets, (select count(*)::int from proposals) as proposals,
    (select count(*)::int from audit_events where action = 'asset.imported') as events`)
const eventsOf = async (id: bigint, action: string) =>
  Number(
    (
      await city.ask(
        `select count(*) from audit_events where subject_type = 'imports' and subject_id = $1 and action = $2`,
        [id, action],
      )
    )[0]?.['count'],
  )
const actor = () => city.may(login, 'asset.import')
const again = async (id: bigint) => {
  const { version } = await city.stateOf(id)
  accepted(await tryOwnImportAgain(await actor(), { id, version }), 'again')
}
async function* parts() {
  for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16))
  await Promise.resolve()
}
/** Waits until a process reads a file, and then a random part of the time that reading usually takes. */
async function amid(parent: number, usual: number, isOver: () => boolean): Promise<number | undefined> {
  let child = readingChildOf(parent)
  while (child === undefined && !isOver()) {
    await city.ask('select 1')
    child = readingChildOf(parent)
  }
  await wait(random(Math.ceil(usual)))
  return child
}

test(`its reading child killed at random points (seed ${String(seed)}), an import says so, keeps what was done, and is read the next time`, async () => {
  const began = performance.now()
  const id = await city.bring(login, 'ledger.csv', bytes)
  const usual = performance.now() - began
  const before = await digest()
  const { version } = await city.stateOf(id)
  const skip = {
    id,
    version,
    which: 'chosen' as const,
    selected: [7],
    reason: 'unclear' as const,
    other: '',
    show: 'new' as const,
  }
  accepted(await skipOwnRows(await actor(), skip), 'skip')
  const wish = { id, version: version + 1, sheet: '0', isChosen: 'on', headFrom: '1', headTo: '1' }
  expect(await readOwnAgain(await actor(), wish)).toEqual({ result: { id } })

  let failed = 0
  for (let round = 0; round < 4; round++) {
    let isOver = false
    const reading = city.run(readImports).finally(() => {
      isOver = true
    })
    const child = await amid(process.pid, usual * 0.4, () => isOver)
    if (child !== undefined && isRunning(child)) process.kill(child, 'SIGKILL')
    await reading
    expect(readingChildOf(process.pid)).toBeUndefined()
    expect(await digest()).toEqual(before)
    const { state, failure } = await city.stateOf(id)
    if (state === 'previewed') {
      // It had ended before: once more.
      const { version } = await city.stateOf(id)
      expect(await readOwnAgain(await actor(), { ...wish, version })).toEqual({ result: { id } })
      continue
    }
    expect({ state, failure }).toEqual({ state: 'failed', failure: 'interrupted' })
    expect(await eventsOf(id, 'import.failed')).toBe(++failed)
    await again(id)
  }
  expect(failed).toBeGreaterThan(0)
  await city.run(readImports)
  expect(await city.stateOf(id)).toMatchObject({ state: 'previewed', counts: { new: rows - 1, skipped: 1 } })
  expect((await city.rowsOf(id))[6]).toMatchObject({ place: 7, kind: 'skipped' })
}, 120_000)

test(`its process killed while it reads (seed ${String(seed)}): no orphan, the import failed, and is read the next time`, async () => {
  const before = await digest()
  const { id } = accepted(await keepFile(await actor(), { name: 'ledger.csv', parts: parts() }), 'ledger.csv')
  let met = 0
  for (let round = 0; round < 3; round++) {
    const worker = startProgram('scripts/worker.ts', city.database, { DAICHO_NOW: process.env['DAICHO_NOW'] })
    const child = await amid(worker.child.pid ?? 0, 400, () => worker.child.exitCode !== null)
    if (child !== undefined && isRunning(child)) met++
    worker.child.kill('SIGKILL')
    await worker.gone
    await expect.poll(() => child !== undefined && isRunning(child), { timeout: 20_000 }).toBe(false)
    // What the next job, or the watch of the next server, does first.
    await expect
      .poll(
        async () => Number((await city.ask('select fail_abandoned_imports() as failed'))[0]?.['failed']),
        { timeout: 20_000 },
      )
      .toBe(1)
    expect(await city.stateOf(id)).toMatchObject({ state: 'failed', failure: 'interrupted' })
    expect(await digest()).toEqual(before)
    await again(id)
  }
  expect(met).toBeGreaterThan(0)
  await city.run(readImports)
  expect(await city.stateOf(id)).toMatchObject({ state: 'previewed', counts: { new: rows } })
}, 120_000)

test(`cut off while it is sent (seed ${String(seed)}), in its last moment too, a file leaves nothing, and arrives whole when it is sent again`, async () => {
  const kept = async () =>
    (
      await city.ask<{ imports: number; parts: number }>(
        'select (select count(*)::int from imports) as imports, (select count(*)::int from import_file_parts) as parts',
      )
    )[0]
  const before = await kept()
  const large = new Uint8Array(Buffer.alloc(20 << 20, 'x,'))
  /** Cut after so many parts; -1: while the database puts the whole together. */
  const send = async (cutAfter: number) => {
    const sending = keepFile(await actor(), {
      name: 'large.csv',
      parts: (async function* () {
        for (let at = 0, part = 0; at < large.length; at += 1 << 20, part++) {
          if (part === cutAfter) await watch.cut(await watch.idleAmid('add_import_part('))
          yield large.subarray(at, at + (1 << 20))
        }
      })(),
    })
    const sent = { isOver: false }
    const ended = sending.then(
      () => 'arrived',
      () => 'cut off',
    )
    void ended.then(() => {
      sent.isOver = true
    })
    while (cutAfter < 0 && !sent.isOver) await watch.cut(await watch.atWork('end_upload('))
    return ended
  }
  for (const cutAfter of [1 + random(18), 19, -1]) {
    expect([cutAfter, await send(cutAfter)]).toEqual([cutAfter, 'cut off'])
    expect(await kept()).toEqual(before)
  }
  expect(await send(99)).toBe('arrived')
  expect(await kept()).toEqual({ imports: Number(before?.imports) + 1, parts: Number(before?.parts) + 20 })
}, 60_000)
