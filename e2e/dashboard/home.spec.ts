import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'

const everybody = ['ciso', 'jimukyoku', 'shimin-kacho', 'shimin-tanto', 'kansa', 'admin']

test('the first page of each role is accessible and leads nowhere that is closed', async ({ openAs }) => {
  test.setTimeout(180_000)
  for (const login of everybody) {
    const page = await openAs(login)
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1, name: 'ホーム' })).toBeVisible()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    const hrefs = await page
      .locator('main a, nav a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    for (const href of new Set(hrefs.filter((each) => each.startsWith('/')))) {
      const answer = await page.request.get(href)
      expect(answer.status(), `${login} opens ${href}`).toBe(200)
    }
  }
})

test('a number of the to-do list is the number that its list finds', async ({ openAs }) => {
  const page = await openAs('ciso')
  await page.goto('/')
  const task = page.getByRole('link', { name: /1年以上確認していない情報資産が[\d,]+件あります/u })
  const count = /([\d,]+)件/u.exec((await task.textContent()) ?? '')?.[1]
  await task.click()
  await expect(page.getByText(`${count ?? ''}件見つかりました`)).toBeVisible()
})
