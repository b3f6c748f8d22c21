import { expect } from '@playwright/test'
import { test } from '../support/test'

test('without JavaScript a review is made to come every year, and stopped', async ({ openAs, portal }) => {
  const secretary = await openAs('jimukyoku', { javaScriptEnabled: false })
  await secretary.goto('/reviews/new')
  const title = `令和8年度 毎年の見直し${Date.now() % 100_000}`
  await secretary.getByLabel('件名').fill(title)
  await secretary.getByLabel('開始日').fill('令和99年4月1日')
  await secretary.getByLabel('回答と証明の期限').fill('令和99年4月30日')
  await secretary.getByRole('button', { name: 'この内容で作る' }).click()
  await secretary.goto('/reviews')
  await secretary.getByRole('link', { name: '毎年の見直し', exact: true }).click()
  await secretary.getByLabel('元にする見直し').selectOption({ label: title })
  await secretary.getByLabel('開始の月').fill('１３')
  for (const name of ['開始の日', '期限の日']) await secretary.getByLabel(name).fill('３１')
  await secretary.getByLabel('期限の月').fill('６')
  await secretary.getByRole('button', { name: '毎年の見直しにする' }).click()
  await expect(secretary.locator('#form-errors')).toContainText('1から12まで')
  await secretary.getByLabel('開始の月').fill('５')
  await secretary.getByRole('button', { name: '毎年の見直しにする' }).click()
  const row = secretary.getByRole('row').filter({ hasText: title })
  await expect(row).toContainText('5月31日')
  const { rows } = await portal.database.ownerPool.query<{ made: string }>(
    `select open_due_recurrences() as made from (select set_config('app.now', '2099-05-31 00:02+09', true) offset 0) clock`,
  )
  expect(Number(rows[0]?.made)).toBeGreaterThan(0)
  await secretary.goto('/reviews/recurring')
  await expect(row).toContainText('令和81年度 毎年の見直し')
  await row.getByRole('button', { name: 'やめる' }).click()
  await expect(secretary.getByText('毎年の見直しをやめました')).toBeVisible()
  await expect(row).toContainText('にやめました')
})

test('the city writes its own statement; heads certify the new one from its day on', async ({ openAs }) => {
  const secretary = await openAs('jimukyoku')
  await secretary.goto('/reviews')
  await secretary.getByRole('link', { name: '証明文' }).click()
  await secretary.getByRole('textbox', { name: '証明文' }).fill('短い')
  await secretary.getByRole('button', { name: '証明文を改める' }).click()
  await expect(secretary.locator('#form-errors')).toContainText('10文字以上')
  const text = '台帳と実物を照らし合わせ、分類と取扱いが正しいことを確かめました。'
  await secretary.getByRole('textbox', { name: '証明文' }).fill(text)
  await secretary.getByRole('button', { name: '証明文を改める' }).click()
  await expect(secretary.getByText('証明文を改めました')).toBeVisible()
  await expect(secretary.getByRole('row').filter({ hasText: text })).toContainText('今の文')
})
