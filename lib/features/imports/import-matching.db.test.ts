import { afterAll, beforeAll, expect, test } from 'vitest'
import { importCity, sampleFile, type ImportCity } from '@/e2e/support/import-city'
import { csvOf, ledgerFile } from '@/e2e/support/import-files'
import type { CityWords } from '@/lib/domain/import/city-words'
import { judgeRows, type KnownAsset } from '@/lib/domain/import/judge-rows'
import { contentOf } from '@/lib/features/assets/content-queries'
import { change } from '@/lib/platform/change'
import { understand } from '@/lib/testing/reading'

/* The database matches rows with the ledger as lib/domain/import/judge-rows.ts says it: kinds, numbers, doubles, problems. */
let city: ImportCity
beforeAll(async () => {
  city = await importCity()
  const id = await city.bring('jimukyoku', 'ledger-internal.csv', await sampleFile('ledger-internal.csv'))
  await city.commit('jimukyoku', id)
  // What waits for approval is not the rules' to know (changes.db.test.ts asks for it).
  await city.ask('alter table proposal_items disable trigger user')
  await city.ask(`update proposal_items set state = 'closed'`)
  await city.ask('alter table proposal_items enable trigger user')
}, 180_000)
afterAll(() => city.end())

/** The ledger as the importer sees it, in the words of the rules. */
async function ledger(): Promise<KnownAsset[]> {
  const known: KnownAsset[] = []
  await change(await city.may('jimukyoku', 'asset.import'), async (db) => {
    for (const row of await db.asset.findMany({ orderBy: { number: 'asc' } })) {
      const { confidentiality, integrity, availability, importance } = row
      known.push({
        number: String(row.number),
        departmentId: String(row.departmentId),
        content: contentOf(row),
        levels: { confidentiality, integrity, availability, importance },
        scheme: row.schemeFamily === 'education' ? 'education' : 'current',
        isEnded: row.state !== 'draft' && row.state !== 'active',
      })
    }
    return { refused: 'only looked' }
  })
  return known
}

const withNumbers = async () => {
  const [first, second] = await city.ask('select number::text, name from assets order by number limit 2')
  return csvOf([
    ['資産番号', '部局', '所管課', '情報資産名', '機密性', '完全性', '可用性', '備考'],
    [first?.['number'] ?? '', '市民部', '市民課', '別の名前', '3B', '2', '2', ''],
    [second?.['number'] ?? '', '財政部', '市民税課', second?.['name'] ?? '', '3B', '2', '2', ''],
    [first?.['number'] ?? '', '財政部', '市民税課', '何もかも別', '3B', '2', '2', ''],
    ['99999999', '市民部', '市民課', '番号のない資産', '3B', '2', '2', ''],
  ])
}
const byHand = () =>
  Promise.resolve(
    ledgerFile(
      { name: '住民基本台帳システム', remarks: '書き足した' },
      { name: '住民 基本台帳システム', remarks: '別に書き足した' },
      { name: '戸籍情報システム' },
      { name: '住民異動届' },
      { name: '新しい資産' },
      { name: '新しい　資産' },
      { name: '名前だけ同じ', remarks: '一' },
      { name: '名前だけ同じ', remarks: '二' },
      { name: '', remarks: '名前がない' },
    ),
  )

test.each([
  ['the same file', () => sampleFile('ledger-internal.csv')],
  ['the workbook with its mistakes', () => sampleFile('ledger-internal.xlsx')],
  ['changes and doubles', byHand],
  ['asset numbers', withNumbers],
])('%s', async (name, file) => {
  const bytes = await file()
  const id = await city.bring('jimukyoku', name.includes('workbook') ? 'ledger.xlsx' : 'ledger.csv', bytes)
  const [vocabulary] = await city.ask<{ words: CityWords }>('select read_vocabulary() as words')
  if (!vocabulary) throw new Error('no words')
  const today = '2026-11-20'
  const { rows } = await understand(bytes, vocabulary.words, {
    name: name.includes('workbook') ? 'ledger.xlsx' : 'ledger.csv',
    today,
  })
  const judged = judgeRows(rows, await ledger(), { blanks: 'keep', today })
  const codes = (notes: readonly { code: string }[]) => notes.map(({ code }) => code).sort()
  expect(
    (await city.rowsOf(id)).map((row) => [
      row.place,
      row.kind,
      row.kind === 'refused' ? null : row.asset_number,
      row.double_of,
      codes(row.problems),
      Object.keys(row.changes).length > 0,
    ]),
  ).toEqual(
    judged.map((row) => [
      row.place,
      row.kind,
      row.kind === 'refused' ? null : row.number,
      row.doubleOf,
      codes(row.problems),
      row.kind !== 'refused' && Object.keys(row.changes).length > 0,
    ]),
  )
  expect(judged.length).toBeGreaterThan(3)
})
