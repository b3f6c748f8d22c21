import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'

test('the auditor reads who did what, finds an asset by its number, and sees the chain', async ({
  openAs,
}) => {
  const page = await openAs('kansa')
  await page.goto('/audit-log')
  await expect(page.getByRole('heading', { level: 1, name: '記録' })).toBeVisible()
  await expect(page.locator('#entries li').first()).toContainText('記録を閲覧しました')
  await expect(page.locator('#chain')).toContainText('npm run audit:verify')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.goto('/audit-log?asset=1')
  await expect(page.locator('#entries a[href="/assets/1"]').first()).toBeVisible()
  await expectAccessible(page)
})

test('older pages follow, and a day that is none is told in words', async ({ openAs }) => {
  const page = await openAs('kansa')
  await page.goto('/audit-log')
  await page.locator('#entries a[rel="next"]').click()
  await expect(page).toHaveURL(/before=\d+/u)
  await expect(page.locator('#entries ol li').first()).toBeVisible()
  await page.goto('/audit-log?from=令和8年2月30日')
  await expect(page.getByText('「この日から」を読み取れません')).toBeVisible()
  await page.goto('/audit-log?person=いない人')
  await expect(page.getByText('「いない人」に当てはまる利用者はいません')).toBeVisible()
  await expectAccessible(page)
})

test('a clerk gets no content', async ({ openAs }) => {
  const page = await openAs('shimin-tanto')
  const answer = await page.request.get('/audit-log')
  expect(answer.status()).toBe(403)
  expect(await answer.text()).not.toContain('操作の記録')
})
