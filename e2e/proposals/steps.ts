import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** The entry of the inbox about an asset, by its name. */
export function entryOf(page: Page, name: string): Locator {
  return page.locator('main ol > li').filter({ has: page.getByRole('heading', { name }) })
}

/** What the header counts; opens nothing. */
export async function waitingOf(page: Page): Promise<number> {
  const words = await page
    .getByRole('banner')
    .getByRole('link', { name: /^未処理/u })
    .textContent()
  return Number((words ?? '').replace(/\D/gu, ''))
}

/** Changes one field of a registered asset by its form. */
export async function changeField(page: Page, number: string, change: (page: Page) => Promise<unknown>) {
  await page.goto(`/assets/${number}/edit`)
  await change(page)
  await page.getByRole('button', { name: '変更を保存する', exact: true }).click()
}

export async function expectChange(entry: Locator, field: string, before: string, after: string) {
  await expect(entry).toContainText(new RegExp(`${field}.*${before}.*${after}`, 'su'))
}
