import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringImport } from '@/e2e/support/bring-import'
import { fillIn } from '@/e2e/support/school-review'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { offlineLimits } from '@/lib/domain/offline-answers'
import { accepted } from '@/scripts/sample-city/actors'
import { makeReview, startReview } from './commands'
import { answerOffline, attachSignedSheet, bringOffline } from './offline-commands'
import { showOffline } from './offline-queries'
import { exportOffline } from './offline-workbook-queries'

let city: SmallCity
let review: bigint
const officer = () => city.may('educationofficer', 'review.answerOffline')
beforeAll(async () => {
  city = await smallCity()
  const given = { title: 'yearly', answerers: 'clerks' as const, mustOpen: 1, scope: {} }
  const days = { opensOn: '2099-04-01', dueOn: '2099-05-01' }
  const manager = await city.may('educationofficer', 'review.manage')
  const made = await makeReview(manager, { given: { ...given, ...days }, copiedFrom: null })
  if (!('result' in made)) throw new Error('no review was made')
  review = accepted(await startReview(manager, { id: made.result.id, version: 1 }), 'start').id
}, 120_000)
afterAll(() => city.end())

const form = (field: string, bytes: Uint8Array, name: string) => {
  const data = new FormData()
  data.set(field, new File([new Uint8Array(bytes)], name))
  return data
}
const paper = new TextEncoder().encode('%PDF-1.7 signed')
async function exported(code: string | null) {
  const file = await exportOffline(await officer(), review, code)
  if (file === null || 'refused' in file) throw new Error('no file')
  return file
}

test('what is written out, filled in and brought back answers the review; its changed cells come in as an import', async () => {
  const file = await exported('331')
  expect(file.name).toBe('yearly_回答のブック_自治体機密性3C_真間小学校.xlsx')
  const filled = await fillIn(file.bytes, {
    真間小学校: (_, at) =>
      at === 1 ? { 回答: '変更する', 回答の理由: '移した', 保管場所: '職員室の書庫' } : { 回答: '変更なし' },
  })
  const brought = await bringOffline(await officer(), { review }, form('book', filled, '回答.xlsx'))
  if (!('result' in brought)) throw new Error(JSON.stringify(brought))
  const { id } = brought.result
  const shown = await showOffline(await officer(), review, id)
  const [school] = shown?.schools ?? []
  expect(shown).toMatchObject({ state: 'shown', unread: [], unplaced: 0 })
  expect(school).toMatchObject({ code: '331', refused: 0, stale: 0, same: 0, signed: null })
  const signature = { workbook: id, department: BigInt(school?.id ?? 0) }
  const field = `sheet-${school?.id ?? ''}`
  expect(await attachSignedSheet(await officer(), signature, form(field, paper, 'a.png'))).toHaveProperty(
    'invalid',
  )
  expect(await attachSignedSheet(await officer(), signature, form(field, paper, 'a.pdf'))).toHaveProperty(
    'result',
  )
  const seal = (await showOffline(await officer(), review, id))?.seal ?? ''
  expect(await answerOffline(await officer(), { workbook: id, seal })).toEqual({ result: { workbook: id } })
  // A second press shows what the first one did.
  expect(await answerOffline(await officer(), { workbook: id, seal })).toEqual({ result: { workbook: id } })
  const { rows } = await city.database.ownerPool.query(
    `select count(*)::int as rows, count(*) filter (where answer = 'change' and not settled)::int as change,
       count(*) filter (where answer = 'unchanged' and settled)::int as unchanged
     from review_answers where review_id = $1 and department_id = $2`,
    [review, school?.id],
  )
  expect(rows[0]).toEqual({ rows: school?.answer, change: 1, unchanged: (school?.answer ?? 0) - 1 })

  const importer = await city.may('educationofficer', 'asset.import')
  const asImport = await bringImport(city.database, importer, '回答.xlsx', new Uint8Array(filled))
  expect(asImport).toMatchObject({ state: 'previewed' })
  expect(asImport.counts).toMatchObject({ changed: 1, new: 0, refused: 0 })
})

test('all schools within reach stand in one workbook; others get none', async () => {
  const { bytes } = await exported(null)
  const again = await bringOffline(await officer(), { review }, form('book', bytes, '回答.xlsx'))
  if (!('result' in again)) throw new Error(JSON.stringify(again))
  const shown = await showOffline(await officer(), review, again.result.id)
  expect(shown?.schools.map(({ code, answer, refused, stale }) => [code, answer, refused, stale])).toEqual(
    shown?.schools.map(({ code }) => [code, 0, 0, 0]),
  )
  expect(await exportOffline(await officer(), review, '110')).toBeNull()
})

test('what can’t be a workbook is said at its field, and nothing is kept of it', async () => {
  const count = async () =>
    (await city.database.ownerPool.query<{ n: string }>('select count(*) as n from offline_workbooks'))
      .rows[0]?.n
  const before = await count()
  for (const [bytes, name] of [
    [paper, '回答.xlsx'],
    [new Uint8Array(offlineLimits.bytes + 1), '回答.xlsx'],
    [new Uint8Array(0), ''],
    [(await exported('331')).bytes.slice(0, 3_000), '回答.xlsx'],
  ] as const)
    expect(await bringOffline(await officer(), { review }, form('book', bytes, name)), name).toHaveProperty(
      'invalid.book',
    )
  expect(await count()).toBe(before)
})
