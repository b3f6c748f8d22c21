import { afterAll, beforeAll, expect, test } from 'vitest'
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
  expect(late.map(({ line, notices }) => [line, ...codes(notices)])).toEqual([])
})
