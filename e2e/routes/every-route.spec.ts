import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'
import { elsewhere, routesOfApp, views } from './routes'

test('every route of the app has a view to look at here, and no view is left of a route that is gone', () => {
  const routes = routesOfApp()
  expect(routes.length).toBeGreaterThan(15)
  expect([...Object.keys(views), ...Object.keys(elsewhere)].sort()).toEqual(routes.sort())
})

for (const [route, ofRoute] of Object.entries(views))
  test.describe(`${route} answers with one heading and a title, is accessible and stays within the screen`, () => {
    for (const { loginId, address, as } of ofRoute)
      test([loginId ?? 'nobody', as].filter(Boolean).join(', '), async ({ openAs, portal }) => {
        const page = await openAs(loginId)
        const answer = await page.goto(await address(portal))
        expect(answer?.status()).toBe(200)
        await expect(page.locator('h1')).toHaveCount(1)
        await expect(page).toHaveTitle(/^[^|]{2,} \| 情報資産台帳$/u)
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      })
  })

for (const [address, status] of [
  ['/assets/999999999', 404],
  ['/no-such-page', 404],
  ['/people', 403],
] as const)
  test(`the page that says ${String(status)} for ${address} is accessible and shows a way on`, async ({
    openAs,
    troubles,
  }) => {
    troubles.allow(/status of 40[34]/u)
    const page = await openAs('shimin-tanto')
    expect((await page.goto(address))?.status()).toBe(status)
    await expect(page.locator('h1')).toHaveCount(1)
    await expect(page.getByRole('link', { name: '台帳を開く' })).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page, { ownFonts: false })
  })
