import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { pickByKeyboard, press, selectByKeyboard, typeInto } from '../support/keyboard'
import { samplePassword } from '../support/sign-in'
import { test } from '../support/test'
import { expectDone, newAsset, numberIn, proposal } from './steps'

test('by the keyboard alone: the clerk signs in and submits, the manager finds it waiting and approves it, the CISO opens the cell', async ({
  openAs,
}) => {
  const name = `${newAsset.name}（打鍵）`
  const clerk = await openAs(null)
  await signInByKeyboard(clerk, 'shimin-tanto')
  await press(clerk, link(clerk, '情報資産を登録する'))
  await pickByKeyboard(clerk, clerk.getByRole('radio', { name: /^情報システム/u }))
  await press(clerk, button(clerk, '次へ進む'))
  await describeByKeyboard(clerk, name)
  await expect(clerk.getByText(proposal)).toBeVisible()
  await press(clerk, button(clerk, '提出する'), 'Space')
  await expectDone(clerk, '提出しました')

  const manager = await openAs(null)
  await signInByKeyboard(manager, 'shimin-kacho')
  await press(manager, manager.getByRole('link', { name: /^未処理が.*件あります$/u }))
  await press(manager, link(manager, name))
  await expect(manager).toHaveURL(new RegExp(`/assets/${numberIn(clerk.url())}$`, 'u'))
  await press(manager, manager.getByRole('button', { name: '承認して登録する' }))
  await expectDone(manager, '承認しました')

  const ciso = await openAs(null)
  await signInByKeyboard(ciso, 'ciso')
  await press(ciso, await navigation(ciso, '全体状況'))
  await press(ciso, ciso.getByRole('link', { name: /^自治体機密性3B、マイナンバー利用事務系：/u }))
  await press(ciso, link(ciso, name))
  await expect(ciso.getByRole('heading', { level: 1, name })).toBeVisible()
})

async function signInByKeyboard(page: Page, loginId: string) {
  await page.goto('/sign-in')
  await typeInto(page, page.getByLabel('ログインID'), loginId)
  await typeInto(page, page.getByLabel('パスワード'), samplePassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'ホーム' })).toBeVisible()
}

async function describeByKeyboard(page: Page, name: string) {
  await typeInto(page, page.locator('#field-name'), name)
  await typeInto(page, page.getByLabel('業務'), newAsset.task)
  await pickByKeyboard(page, page.getByRole('radio', { name: '特定個人情報' }))
  await typeInto(page, page.getByLabel('本人の数'), newAsset.people)
  await pickByKeyboard(page, page.getByRole('radio', { name: '個人番号利用事務' }))
  await selectByKeyboard(page, page.getByLabel('ネットワーク区分'), 'myNumber')
  const answers = { 秘密文書に相当しますか: 'いいえ', 書き換えられたり: 'はい', 失われたり: 'はい' }
  for (const [question, choice] of Object.entries(answers))
    await pickByKeyboard(
      page,
      page.getByRole('group', { name: question }).getByRole('radio', { name: choice }),
    )
}

/** The entry of the navigation; on a phone the menu is opened first. */
async function navigation(page: Page, name: string): Promise<Locator> {
  const menu = page.locator('summary', { hasText: 'メニュー' })
  if (await menu.isVisible()) await press(page, menu)
  return page.getByRole('navigation', { name: '主なメニュー' }).getByRole('link', { name })
}

const link = (page: Page, name: string) => page.locator('main').getByRole('link', { name, exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
