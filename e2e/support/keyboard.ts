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

/** Chooses one of a group of radio buttons: into the group by Tab, then by the arrow keys (Space on the one reached). */
export async function pickByKeyboard(page: Page, radio: Locator) {
  const name = await radio.getAttribute('name')
  const inGroup = page.locator(`input[type="radio"][name="${name ?? ''}"]`)
  const focused = () =>
    inGroup.evaluateAll((radios) => radios.some((each) => each === document.activeElement))
  for (let pressed = 0; !(await focused()); pressed += 1) {
    if (pressed > 150) throw new Error(`Not reached by keyboard: ${radio.toString()}`)
    await page.keyboard.press('Tab')
  }
  const count = await inGroup.count()
  for (let pressed = 0; pressed < count && !(await isFocused(radio)); pressed += 1)
    await page.keyboard.press('ArrowDown')
  await expectFocusVisible(radio)
  if (!(await radio.isChecked())) await page.keyboard.press('Space')
  await expect(radio).toBeChecked()
}

/** Chooses an option of a select by the arrow keys. */
export async function selectByKeyboard(page: Page, select: Locator, value: string) {
  await tabTo(page, select)
  const count = await select.locator('option').count()
  for (let pressed = 0; pressed < count && (await select.inputValue()) !== value; pressed += 1)
    await page.keyboard.press('ArrowDown')
  await expect(select).toHaveValue(value)
}

/** Reaches a link or button by Tab and presses Enter. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter') {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement)
}
