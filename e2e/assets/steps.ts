import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** The asset of the story: what a clerk of 市民課 registers. */
export const newAsset = {
  name: '住民票コンビニ交付システム',
  task: '証明書の交付',
  people: '490,000',
}
export const proposal = '特定個人情報を490,000人分扱うため、自治体機密性3Bを提案します。'

/** First step: the kind; 市民課 has one department, so nothing else is asked. */
export async function chooseKind(page: Page, kind = '情報システム') {
  await page.goto('/assets/new')
  await page.getByLabel(kind).first().check()
  await page.getByRole('button', { name: '次へ進む' }).click()
  await expect(page.getByRole('button', { name: '下書きを保存する', exact: true })).toBeVisible()
}

/** Second step: the ordinary case and the classifier's questions. */
export async function fillOrdinaryCase(page: Page, name = newAsset.name) {
  await nameField(page).fill(name)
  await page.getByLabel('業務').fill(newAsset.task)
  await page.getByLabel('特定個人情報').check()
  await page.getByLabel('本人の数').fill(newAsset.people)
  await page.getByLabel('個人番号利用事務').check()
  await page.getByLabel('ネットワーク区分').selectOption({ label: 'マイナンバー利用事務系' })
  await answer(page, '秘密文書に相当しますか', 'いいえ')
  await answer(page, '書き換えられたり誤ったりすると', 'はい')
  await answer(page, '失われたり使えなくなったりすると', 'はい')
}

/** The choice of a level: 機密性, 完全性, 可用性, 重要性分類. */
export const levelField = (page: Page, axis: string) =>
  page.getByRole('combobox', { name: axis, exact: true })

export const nameField = (page: Page) => page.locator('#field-name')

export async function answer(page: Page, question: string, choice: string) {
  await page.getByRole('group', { name: question }).getByLabel(choice).check()
}

export async function save(page: Page) {
  await page.getByRole('button', { name: '下書きを保存する', exact: true }).click()
}

export async function submit(page: Page) {
  await page.getByRole('button', { name: '提出する', exact: true }).click()
}

/** A draft that is not classified yet: the shortest that can be kept. Answers its number. */
export async function keepDraft(page: Page, name: string): Promise<string> {
  await chooseKind(page, '取り扱う情報')
  await nameField(page).fill(name)
  await page.getByRole('button', { name: '分類は後にして、下書きを保存する' }).click()
  await expectDone(page, '下書きを保存しました')
  return numberIn(page.url())
}

/** A new asset, submitted for approval with its levels. Answers its number. */
export async function submitOrdinaryCase(page: Page, name: string): Promise<string> {
  await chooseKind(page)
  await fillOrdinaryCase(page, name)
  await submit(page)
  await expectDone(page, '提出しました')
  return numberIn(page.url())
}

/** On the page of the asset, by whoever may approve it. */
export async function register(page: Page, number: string) {
  await page.goto(`/assets/${number}`)
  await page.getByRole('button', { name: '承認して登録する' }).click()
  await expectDone(page, '承認しました。内容を台帳に反映しました')
}

/** The notice at the top says so (the record further down may say it too). */
export async function expectDone(page: Page, words: string) {
  await expect(page.getByText(words).first()).toBeVisible()
}

/** What the page of an asset says beside a term: 業務 → 証明書の交付. */
export function described(page: Page, term: string) {
  const head = page.locator('dt', { hasText: new RegExp(`^${term}$`, 'u') })
  return page.locator('main dl > div').filter({ has: head }).first().locator('dd')
}

/** The number of an asset from its page's address. */
export function numberIn(url: string): string {
  const number = /\/assets\/(\d+)/.exec(url)?.[1]
  expect(number, url).toBeDefined()
  return number ?? ''
}

/** 「12件見つかりました」 of a list → 12. */
export async function foundIn(page: Page, address: string): Promise<number> {
  await page.goto(address)
  const words = await page.getByText(/件見つかりました/).textContent()
  return Number((words ?? '').replace(/\D/g, ''))
}
