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
}

/** Second step: the ordinary case and the classifier's questions. */
export async function fillOrdinaryCase(page: Page, name = newAsset.name) {
  await page.getByLabel('名称', { exact: false }).first().fill(name)
  await page.getByLabel('業務').fill(newAsset.task)
  await page.getByLabel('特定個人情報').check()
  await page.getByLabel('本人の数').fill(newAsset.people)
  await page.getByLabel('個人番号利用事務').check()
  await page.getByLabel('ネットワーク区分').selectOption({ label: 'マイナンバー利用事務系' })
  await answer(page, '秘密文書に相当しますか', 'いいえ')
  await answer(page, '書き換えられたり誤ったりすると', 'はい')
  await answer(page, '失われたり使えなくなったりすると', 'はい')
}

export async function answer(page: Page, question: string, choice: string) {
  await page.getByRole('group', { name: question }).getByLabel(choice).check()
}

export async function save(page: Page) {
  await page.getByRole('button', { name: '下書きを保存する', exact: true }).click()
}

/** The number of an asset from its page's address. */
export function numberIn(url: string): string {
  const number = /\/assets\/(\d+)/.exec(url)?.[1]
  expect(number, url).toBeDefined()
  return number ?? ''
}
