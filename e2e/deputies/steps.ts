import type { Page } from '@playwright/test'

/** Chooses in a field that is typed into with JavaScript, and is a select without. */
export async function choose(page: Page, field: RegExp, words: string, javaScript: boolean) {
  const box = page.getByRole('combobox', { name: field })
  if (javaScript) {
    await box.fill(words)
    await page
      .getByRole('option', { name: new RegExp(words, 'u') })
      .first()
      .click()
    return
  }
  const option = box.locator('option', { hasText: words }).first()
  await box.selectOption((await option.getAttribute('value')) ?? '')
}

/** A day in so many days, as people type it; the city's calendar is Tokyo's. */
export function dayIn(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000)
  return at.toLocaleDateString('ja-JP', { timeZone: 'Asia/Tokyo' })
}

type Naming = { post?: string; deputy: string | null; until: number; javaScript?: boolean }

/** On the page 代決: who stands in, until when. */
export async function nameDeputy(page: Page, { post, deputy, until, javaScript = true }: Naming) {
  await page.goto('/deputies')
  if (post) await choose(page, /代決される役割/u, post, javaScript)
  await page.getByRole('radio', { name: deputy === null ? /代決者を置かない/u : /代決者を決める/u }).check()
  if (deputy !== null) await choose(page, /代決する人/u, deputy, javaScript)
  await page.getByLabel('終わりの日').fill(dayIn(until))
  await page.getByLabel('理由', { exact: false }).last().fill('出張のため')
  await page.getByRole('button', { name: 'この内容で決める' }).click()
}
