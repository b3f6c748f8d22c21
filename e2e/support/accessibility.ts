import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/**
 * axe finds nothing, with every rule on. Waits for the fonts first: text that is not drawn yet has no contrast to check.
 * `ownFonts: false` for the error documents: their text needs a Japanese font of the PC, which the test browser lacks.
 * Needs JavaScript.
 */
export async function expectAccessible(page: Page, { ownFonts = true } = {}) {
  await page.evaluate(() => document.fonts.ready.then(() => null))
  const results = await new AxeBuilder({ page }).analyze()
  const looked = [...results.passes, ...results.violations, ...results.incomplete].map((rule) => rule.id)
  if (ownFonts) expect(looked, 'axe looked at colours').toContain('color-contrast')
  const found = results.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.html),
  }))
  expect(found).toEqual([])
}

/** Nothing sticks out sideways: the page never scrolls horizontally (wide tables scroll in their own frame). */
export async function expectNoSidewaysScroll(page: Page) {
  await expect(page.locator('h1').first()).toBeVisible()
  const width = await page.evaluate(() => {
    const { scrollWidth: content, clientWidth: window } = document.documentElement
    return { content, window }
  })
  expect(width.content).toBeLessThanOrEqual(width.window)
}
