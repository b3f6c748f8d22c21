import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { signIn } from '../support/sign-in'
import { test } from '../support/test'

const numberIn = (text: string | null) =>
  Number(/([\d,]+)(?=件|$)/u.exec(text?.trim() ?? '')?.[1]?.replaceAll(',', '') ?? NaN)
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

/** The numbers of one row or of all cells of a matrix, its last column left out. */
async function numbersOf(rows: Locator): Promise<number[]> {
  const texts = await rows.evaluateAll((found) =>
    found.flatMap((row) => [...row.querySelectorAll('td')].slice(0, -1).map((cell) => cell.textContent)),
  )
  return texts.map(numberIn)
}

async function totalOf(page: Page): Promise<number> {
  return numberIn(await page.getByText(/有効な情報資産 [\d,]+件/u).textContent())
}

for (const login of ['ciso', 'shimin-tanto']) {
  test(`${login} sees cells that add up to the total, and each opens as many assets as it says`, async ({
    page,
  }) => {
    await signIn(page, login)
    await page.goto('/dashboard')
    await expect(page.getByRole('heading', { level: 1, name: '全体状況' })).toBeVisible()
    const total = await totalOf(page)
    const cells = page.locator('#municipal tbody tr, #education tbody tr')
    expect(sum(await numbersOf(cells))).toBe(total)
    const links = page.locator(
      '#municipal tbody td:not(:last-child) a, #education tbody td:not(:last-child) a',
    )
    const hrefs = await links.evaluateAll((found) =>
      found.map((link) => [link.getAttribute('href'), link.textContent] as const),
    )
    expect(hrefs.length).toBeGreaterThan(0)
    for (const [href, text] of hrefs.slice(0, 4)) {
      await page.goto(href ?? '')
      await expect(page.getByText(`${text}件見つかりました`)).toBeVisible()
    }
  })
}

test('a click on a cell opens the list with that number', async ({ page }) => {
  await signIn(page, 'ciso')
  await page.goto('/dashboard')
  const cell = page.locator('#municipal tbody td a').first()
  const count = await cell.textContent()
  await cell.click()
  await expect(page).toHaveURL(/\/assets\?/u)
  await expect(page.getByText(`${count}件見つかりました`)).toBeVisible()
})

for (const login of ['ciso', 'jimukyoku', 'shimin-tanto']) {
  test(`the page of ${login} is accessible and fits the screen`, async ({ page }) => {
    await signIn(page, login)
    await page.goto('/dashboard')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
}

test('the figures are the same without JavaScript', async ({ page, plainPage }) => {
  await signIn(plainPage, 'ciso')
  await plainPage.goto('/dashboard')
  await signIn(page, 'ciso')
  await page.goto('/dashboard')
  expect(await totalOf(plainPage)).toBe(await totalOf(page))
})

test('議会 is listed as itself and nowhere called 執行機関', async ({ page }) => {
  await signIn(page, 'ciso')
  await page.goto('/dashboard')
  await expect(
    page.getByRole('table', { name: '議会・執行機関' }).getByRole('rowheader', { name: '議会', exact: true }),
  ).toBeVisible()
})

test('paper is A4 landscape, with the day and the person on it and no navigation', async ({ page }) => {
  await signIn(page, 'ciso')
  await page.goto('/dashboard')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/^基準日　令和/u)).toBeVisible()
  await expect(page.getByText(/^出力者/u)).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.locator('#municipal table')).toBeVisible()
})
