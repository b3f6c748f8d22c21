import { expect } from '@playwright/test'
import { readWorkbook } from '@/lib/platform/spreadsheet/xlsx'
import { test } from '../support/test'

/** The review that the sample city closed last autumn. */
const closedReview = `select id::text as id, title from reviews where state = 'closed' order by id limit 1`

test('the completion report is A4 landscape on paper, and a workbook that is recorded with its rows', async ({
  openAs,
  portal,
}) => {
  const { rows } = await portal.database.ownerPool.query<{ id: string; title: string }>(closedReview)
  const [{ id, title } = { id: '', title: '' }] = rows
  const secretary = await openAs('jimukyoku')
  await secretary.goto('/reviews')
  await secretary
    .getByRole('listitem')
    .filter({ hasText: title })
    .getByRole('link', { name: '完了報告を見る' })
    .click()
  await expect(secretary.locator('#statements blockquote')).toContainText('情報資産を一件ずつ見直し')
  await expect(secretary.locator('#bulks')).toContainText('市民部')
  await expect(secretary.locator('#given')).toContainText('施錠を確かめましたか')
  await expect(secretary.locator('#late')).toContainText('課')
  const pdf = (await secretary.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/gu)].map(
    ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))],
  )
  expect(sizes.length).toBeGreaterThan(0)
  for (const size of sizes) expect(size).toEqual([842, 595])

  const [download] = await Promise.all([
    secretary.waitForEvent('download'),
    secretary.getByRole('link', { name: 'Excelで受け取る' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`${title}_完了報告.xlsx`)
  const answer = await secretary.request.get(new URL(download.url()).pathname)
  const sheets = await readWorkbook(new Uint8Array(await answer.body()))
  expect(sheets.map(({ name }) => name)).toEqual([
    '集計',
    '課別',
    '変更',
    '廃棄',
    '追加',
    '期限後',
    '証明',
    '質問',
  ])
  const lines = sheets.reduce((sum, sheet) => sum + sheet.rows.length - 1, 0)
  const events = await portal.database.ownerPool.query<{ rows: number }>(
    `select (details ->> 'rows')::int as rows from audit_events where action = 'review.reportExported' and subject_id = $1`,
    [id],
  )
  expect(events.rows.map((event) => event.rows)).toEqual(events.rows.map(() => lines))
  expect(events.rows.length).toBeGreaterThanOrEqual(2)
})

test('a head receives the report of their own department only', async ({ openAs, portal }) => {
  const { rows } = await portal.database.ownerPool.query<{ id: string }>(closedReview)
  const head = await openAs('shimin-kacho')
  const answer = await head.request.get(`/reviews/${rows[0]?.id ?? ''}/report/xlsx`)
  const sheets = await readWorkbook(new Uint8Array(await answer.body()))
  const departments = sheets.find(({ name }) => name === '課別')?.rows.slice(1) ?? []
  expect(departments.map(([, department]) => department)).toEqual(['市民課'])
})
