import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'

const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true })

test('a new colleague’s first day: added, given a role, told a one-time password, made to choose an own one, and at work', async ({
  openAs,
}) => {
  const secretariat = await openAs('jimukyoku')
  await secretariat.goto('/people/new')
  await secretariat.getByLabel('ログインID').fill('shinjin')
  await secretariat.getByLabel('氏名').fill('新人 花')
  await button(secretariat, '追加する').click()
  await expect(secretariat.getByText('人を追加しました')).toBeVisible()
  await secretariat.getByRole('combobox', { name: /^部署/u }).fill('市民税課')
  await secretariat.getByRole('option', { name: /市民税課/u }).click()
  await button(secretariat, '役割を付ける').click()
  await expect(secretariat.getByText('役割を付けました')).toBeVisible()

  const administrator = await openAs('admin')
  await administrator.goto(new URL(secretariat.url()).pathname)
  await button(administrator, '仮のパスワードを発行する').click()
  const oneTime = await administrator.locator('output').innerText()
  await expectAccessible(administrator)

  const newcomer = await openAs(null)
  await newcomer.goto('/assets')
  await newcomer.getByLabel('ログインID').fill('shinjin')
  await newcomer.getByLabel('パスワード').fill(oneTime)
  await newcomer.getByRole('button', { name: 'サインインする' }).click()
  await expect(newcomer.getByRole('heading', { level: 1 })).toHaveText('最初にパスワードを決めてください')
  await expect(newcomer).toHaveTitle(/\| 情報資産台帳$/u)
  for (const address of ['/assets', '/', '/people/renewal']) {
    await newcomer.goto(address)
    await expect(newcomer, 'nowhere else to go').toHaveURL(/\/first-password/u)
  }
  await newcomer.goto('/assets')
  await expectNoSidewaysScroll(newcomer)
  await expectAccessible(newcomer)
  await button(newcomer, 'パスワードを変更する').click()
  await expect(newcomer.locator('#form-errors')).toBeFocused()
  await expectAccessible(newcomer)

  await newcomer.getByLabel('仮のパスワード').fill(oneTime)
  for (const field of await newcomer.getByLabel('新しいパスワード').all())
    await field.fill('みどりのまどぐち七番のいす')
  await button(newcomer, 'パスワードを変更する').click()
  await expect(newcomer).toHaveURL(/\/assets$/u)
  await expect(newcomer.locator('main')).toContainText('個人住民税課税システム')
})

test.describe('the sign-in page is accessible in each of its states', () => {
  test('empty, with both fields missing, and refused', async ({ page }) => {
    await page.goto('/sign-in')
    await button(page, 'サインインする').click()
    await expect(page.getByText('パスワードを入力してください。')).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('ログインID').fill('nobody-at-all')
    await page.getByLabel('パスワード').fill('wrong')
    await button(page, 'サインインする').click()
    await expect(page.getByText('サインインできませんでした')).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })

  test('for somebody whose session ended, with the way back kept', async ({ page }) => {
    await page.goto('/assets?zone=lgwan')
    await expect(page.getByRole('heading', { level: 1, name: 'サインイン' })).toBeVisible()
    await expectAccessible(page)
  })
})
