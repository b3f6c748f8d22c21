import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

type Question = { label: string; kind: string; askedOf?: string; choices?: string; required?: boolean }
type NewReview = {
  title: string
  bureau: string
  zone?: string
  confidentiality?: string
  questions?: Question[]
}

/** The secretariat makes a review of one bureau and opens it at once. Answers its key. */
export async function openReview(
  page: Page,
  { title, bureau, zone, confidentiality, questions = [] }: NewReview,
): Promise<string> {
  await page.goto('/reviews/new')
  await page.getByLabel('件名').fill(title)
  await page.getByLabel('開始日').fill('令和99年4月1日')
  await page.getByLabel('回答と証明の期限').fill('令和99年4月30日')
  await page.locator('summary', { hasText: /^部局$/u }).click()
  await page.getByRole('checkbox', { name: bureau, exact: true }).check()
  for (const [list, chosen] of Object.entries({ ネットワーク区分: zone, 機密性: confidentiality })) {
    if (chosen === undefined) continue
    await page.locator('summary', { hasText: new RegExp(`^${list}`, 'u') }).click()
    await page.getByRole('checkbox', { name: chosen, exact: true }).check()
  }
  for (const [at, { label, kind, askedOf, choices, required }] of questions.entries()) {
    const field = (name: string) => page.locator(`#field-${name}${at + 1}`)
    await page.locator('summary', { hasText: `質問${at + 1}` }).click()
    await field('qLabel').fill(label)
    await field('qKind').selectOption(kind)
    if (askedOf !== undefined) await field('qAsked').selectOption(askedOf)
    if (choices !== undefined) await field('qChoices').fill(choices)
    if (required === true) await field('qRequired').check()
  }
  await page.getByRole('button', { name: 'この内容で作る' }).click()
  await expect(page.getByText('見直しを作りました')).toBeVisible()
  const id = reviewIn(page.url())
  await page.getByRole('button', { name: '今すぐ始める' }).click()
  await expect(page.getByText('見直しを始めました')).toBeVisible()
  return id
}

/** The key of a review from the address of one of its pages. */
export function reviewIn(url: string): string {
  const id = /\/reviews\/(\d+)/u.exec(url)?.[1]
  expect(id, url).toBeDefined()
  return id ?? ''
}
