import type { Page } from '@playwright/test'

/** Every account of the sample city has this password. */
export const samplePassword = 'daicho-2026'

/** Signs in through the form, as a person would; waits until the sign-in page is left. */
export async function signIn(page: Page, loginId: string, password = samplePassword) {
  await page.goto('/sign-in')
  await page.locator('input[name="loginId"]').fill(loginId)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('form:has(input[name="password"]) button[type="submit"]').click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}
