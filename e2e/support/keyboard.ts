import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** Presses Tab (or Shift+Tab) until `target` has the focus; fails when it can't be reached or the focus can't be seen. */
export async function tabTo(page: Page, target: Locator, { backwards = false, limit = 150 } = {}) {
  for (let pressed = 0; pressed <= limit; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expectFocusVisible(target)
      return
    }
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`Not reached by keyboard: ${target.toString()}`)
}

/** Types into a field that was reached by keyboard, replacing what stands there. */
export async function typeInto(page: Page, field: Locator, text: string) {
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

async function expectFocusVisible(target: Locator) {
  const style = await target.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return { outline: outlineStyle !== 'none' && outlineWidth !== '0px', shadow: boxShadow !== 'none' }
  })
  expect(style.outline || style.shadow, 'the focus can be seen').toBe(true)
}
