import { afterAll, beforeAll, expect, test } from 'vitest'
import { skipOwnRows } from './act-commands'
import { accepted } from '@/scripts/sample-city/actors'
import { verifyTrail } from '@/lib/platform/audit/verify'
import { importCity, sampleFile, type ImportCity } from '@/e2e/support/import-city'

/* The city's own files, as a new user brings them into an empty ledger: what is right comes in, each mistake is told. */
let city: ImportCity
beforeAll(async () => {
  city = await importCity()
}, 180_000)
afterAll(() => city.end())

const codes = (notes: readonly { code: string }[]) => notes.map(({ code }) => code).sort()

test('the internal ledger is previewed row by row, with each mistake, notice and double entry', async () => {
  const id = await city.bring('jimukyoku', 'ledger-internal.xlsx', await sampleFile('ledger-internal.xlsx'))
  expect(await city.stateOf(id)).toMatchObject({
    state: 'previewed',
    failure: null,
    counts: { new: 102, refused: 3, double: 1, changed: 0, unchanged: 0, skipped: 0 },
  })
  const rows = await city.rowsOf(id)
  const late = rows.filter(({ line }) => line >= 125)
  expect(late.map(({ line, kind, problems }) => [line, kind, ...codes(problems)])).toEqual([
    [125, 'new'],
    [126, 'refused', 'nameMissing'],
    [127, 'refused', 'unknownLevel'],
    [128, 'new'],
    [129, 'new'],
    [130, 'double'],
    [131, 'new'],
    [132, 'refused', 'noSuchDay'],
    [133, 'new'],
    [134, 'new'],
    [135, 'new'],
  ])
  expect(
    late.filter(({ notices }) => notices.length > 0).map(({ line, notices }) => [line, ...codes(notices)]),
  ).toEqual([
    [125, 'bureauDiffers', 'successor'],
    [131, 'approximate'],
    [133, 'eraNotYetBegun'],
    [134, 'futureDate'],
    [135, 'looksLikeFormula'],
  ])
  expect(late.find(({ line }) => line === 130)?.double_of).toBe(1)

  expect(await city.confirm('jimukyoku', id)).toEqual({ refused: 'notReady' })
  await skipAll(id, '確認中')
  expect(await city.commit('jimukyoku', id)).toMatchObject({
    state: 'done',
    counts: { new: 102, skipped: 4 },
  })
  const [assets] = await city.ask(
    'select count(*)::int as count, count(distinct classification_id)::int as judged from assets',
  )
  expect(assets).toEqual({ count: 102, judged: 102 })
  const bundles = await city.ask(
    'select sum(items)::int as items, count(distinct department_id)::int as departments from proposals where import_id = $1',
    [id],
  )
  expect(bundles).toEqual([{ items: 102, departments: 70 }])
  const otherwise = await city.ask(
    `select i.asset_number from proposal_items i join assets a on a.number = i.asset_number
     where i.before <> (select jsonb_object_agg(k, to_jsonb(a) -> k) from unnest(before_keys(i.kind, i.after, false)) k)`,
  )
  expect(otherwise).toEqual([])
  expect(await verifyTrail(city.database.ownerUrl, null)).toMatchObject({ findings: [] })
})

test('the same file again has nothing to say, and writes nothing', async () => {
  const before = await ledgerDigest()
  const id = await city.bring('jimukyoku', 'ledger-internal.xlsx', await sampleFile('ledger-internal.xlsx'))
  expect((await city.stateOf(id)).counts).toMatchObject({
    unchanged: 102,
    refused: 3,
    double: 1,
    new: 0,
    changed: 0,
  })
  await skipAll(id, '確認中')
  expect(await city.confirm('jimukyoku', id)).toEqual({ refused: 'nothingToDo' })
  expect(await ledgerDigest()).toEqual(before)
})

const ledgerDigest = () =>
  city.ask(`select count(*)::int as rows, max(number)::text as last, md5(string_agg(a::text, '' order by number)) as said,
    (select count(*)::int from assets_versions) as versions, (select count(*)::int from proposals) as proposals from assets a`)

test("the fire department's ledger in CP932 comes in letter by letter", async () => {
  const id = await city.bring('jimukyoku', 'ledger-fire-cp932.csv', await sampleFile('ledger-fire-cp932.csv'))
  expect(await city.stateOf(id)).toMatchObject({
    state: 'previewed',
    counts: { new: 14, refused: 0, double: 0 },
  })
  expect(await city.commit('jimukyoku', id)).toMatchObject({ state: 'done' })
  const rows = await city.ask(
    `select name from assets where name ~ '[髙﨑①Ⅱ㈱～－∥]' or remarks ~ '[髙﨑①Ⅱ㈱～－∥]'`,
  )
  expect(rows.length).toBeGreaterThan(0)
})

test("the schools' workbook comes in sheet by school, and the standard ledger with it", async () => {
  const id = await city.bring('kyoiku-kacho', 'ledger-schools.xlsx', await sampleFile('ledger-schools.xlsx'))
  const { state, counts, found } = await city.stateOf(id)
  expect({ state, counts }).toMatchObject({ state: 'previewed', counts: { new: 95, refused: 0, double: 0 } })
  expect(found).toMatchObject({ format: 'xlsx' })
  expect(await city.commit('kyoiku-kacho', id)).toMatchObject({ state: 'done' })
  const [written] = await city.ask(
    `select (select count(*)::int from standard_assets) as standard, count(*)::int as schools, count(standard_asset_id)::int as derived
     from assets a join departments d on d.id = a.department_id where d.category_code = 'school'`,
  )
  expect(written).toMatchObject({ standard: 18, schools: 77 })
  expect(Number(written?.['derived'])).toBeGreaterThan(50)
})

async function skipAll(id: bigint, reason: string) {
  const { version } = await city.stateOf(id)
  accepted(
    await skipOwnRows(await city.may('jimukyoku', 'asset.import'), {
      id,
      version,
      which: 'all',
      selected: [],
      reason: 'other',
      other: reason,
      show: 'refused',
    }),
    'skip',
  )
}
