import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { offlineActs, paper } from '@/e2e/support/offline-acts'
import { reviewActs } from '@/e2e/support/review-acts'

let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
let reviews: ReturnType<typeof reviewActs>
let offline: ReturnType<typeof offlineActs>
let first = ''
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
  reviews = reviewActs(city, acts)
  offline = offlineActs(city, reviews)
  first = await acts.registered('91', { importance: 'II' })
}, 120_000)
afterAll(() => city.end())

describe('by raw SQL', () => {
  test.each(['teacher', 'principal', 'secretary', 'auditor', 'superintendent', 'chief'])(
    'the %s brings nothing in, whatever permission is said',
    async (login) => {
      const id = await reviews.opened()
      const { id: book } = await offline.keep(id, [await offline.told(id, first)])
      await expect(offline.keep(id, [await offline.told(id, first)], login)).rejects.toThrow()
      await expect(offline.sign(book, offline.school, paper(), 'pdf', login)).rejects.toThrow()
      await expect(offline.answer(book, false, login)).rejects.toThrow()
      await expect(
        reviews.ask('educator', 'review.answer', 'answer_offline($1, $2, $3)', [book, '', true]),
      ).rejects.toThrow()
      expect(await offline.show(book, login)).toBeNull()
    },
  )
  test('the page of a review tells each what is theirs', async () => {
    const id = await reviews.opened()
    await offline.keep(id, [await offline.told(id, first)])
    const page = (login: string) => reviews.ask(login, 'review.read', 'offline_page($1)', [id])
    expect(await page('educator')).toMatchObject({
      schools: [{ code: '91' }],
      waiting: [{ file: '回答.xlsx' }],
    })
    expect(await page('principal')).toMatchObject({ schools: [], waiting: [], brought: [] })
    expect(await page('clerk')).toBeNull()
    await offline.brought(id, [await offline.told(id, first)])
    expect(await page('principal')).toMatchObject({ brought: [{ school: 'School', sheetName: '署名.pdf' }] })
    expect(await page('auditor')).toMatchObject({ waiting: [], brought: [{ by: 'educator' }] })
  })
  test('no table is written past the doors, and nothing of them is read but sheets in reach', async () => {
    const id = await reviews.opened()
    const { id: book } = await offline.keep(id, [await offline.told(id, first)])
    await offline.sign(book)
    for (const sql of [
      `update offline_rows set answer = 'disposed' where workbook_id = $1`,
      `insert into offline_rows (workbook_id, place, sheet, line) values ($1, 9, 's', 9)`,
      `update offline_workbooks set state = 'answered' where id = $1`,
      `delete from signed_sheets where workbook_id = $1`,
      `update signed_sheets set name = 'x' where workbook_id = $1`,
      `select from offline_rows where workbook_id = $1`,
      `select write_offline(w, '[]', '{}') from (select $1) x, offline_workbooks w`,
      `select write_review_answers($1, '[]', '{}')`,
    ])
      await expect(city.act('educator', 'review.answerOffline', sql, [book]), sql).rejects.toThrow(
        /permission denied/u,
      )
    await expect(
      city.owner(`update signed_sheets set name = 'x' where workbook_id = $1`, [book]),
    ).rejects.toThrow()
    await expect(
      city.owner(`update offline_rows set answer = 'disposed' where workbook_id = $1`, [book]),
    ).rejects.toThrow()
    const seen = (login: string) =>
      city.act(login, 'review.read', 'select name from signed_sheets where workbook_id = $1', [book])
    expect(await seen('auditor')).toHaveLength(1)
    expect(await seen('principal')).toHaveLength(1)
    expect(await seen('clerk')).toEqual([])
  })
})
