import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'
import {
  chooseKind,
  expectDone,
  fillOrdinaryCase,
  foundIn,
  newAsset,
  numberIn,
  proposal,
  register,
  submit,
} from './steps'

const cell = '/assets?state=active&family=municipal&zone=myNumber&confidentiality=3B'

test('a clerk submits an asset, is proposed 3B / 2 / 2 and told why; the manager approves it; the CISO sees the cell grow by one', async ({
  openAs,
}) => {
  const ciso = await openAs('ciso')
  const before = await cellOfDashboard(ciso)
  expect(await foundIn(ciso, cell), 'the cell counts what the list finds').toBe(before)

  const clerk = await openAs('shimin-tanto')
  await chooseKind(clerk)
  await fillOrdinaryCase(clerk)
  const card = clerk.getByRole('complementary').filter({ hasText: '提案' })
  await expect(card.getByText(proposal)).toBeVisible()
  for (const level of ['自治体機密性3B', '完全性2', '可用性2'])
    await expect(card.getByRole('img', { name: level })).toBeVisible()
  await card.getByText('理由を見る').click()
  await expect(card.getByRole('listitem').filter({ hasText: '完全性2' }).first()).toBeVisible()
  await expectAccessible(clerk)
  await submit(clerk)
  await expectDone(clerk, '提出しました')
  await expect(clerk.getByRole('heading', { level: 1, name: newAsset.name })).toBeVisible()
  await expect(clerk.getByText('市民課 課長さんの承認を待っています')).toBeVisible()
  await expect(clerk.getByRole('button', { name: '承認' })).toHaveCount(0)
  await expectAccessible(clerk)
  await expectNoSidewaysScroll(clerk)
  expect(await cellOfDashboard(ciso), 'a draft does not count').toBe(before)

  const manager = await openAs('shimin-kacho')
  await register(manager, numberIn(clerk.url()))
  await expectAccessible(manager)

  expect(await cellOfDashboard(ciso)).toBe(before + 1)
  await cellIn(ciso).click()
  await expect(ciso.getByRole('link', { name: newAsset.name, exact: true })).toBeVisible()
  expect(await foundIn(ciso, ciso.url())).toBe(before + 1)
})

test('without JavaScript the same path works: the proposal is shown before anything is saved', async ({
  openAs,
}) => {
  const clerk = await openAs('shimin-tanto', { javaScriptEnabled: false })
  await chooseKind(clerk)
  await fillOrdinaryCase(clerk, `${newAsset.name}（写し）`)
  await submit(clerk)
  await expect(clerk.getByText('まだ保存していません')).toBeVisible()
  await expect(clerk.getByText(proposal)).toBeVisible()
  await submit(clerk)
  await expectDone(clerk, '提出しました')
  const manager = await openAs('shimin-kacho', { javaScriptEnabled: false })
  await register(manager, numberIn(clerk.url()))
  const ciso = await openAs('ciso', { javaScriptEnabled: false })
  await ciso.goto('/dashboard')
  await cellIn(ciso).click()
  await expect(ciso.getByRole('link', { name: `${newAsset.name}（写し）`, exact: true })).toBeVisible()
})

const cellIn = (page: Page) => page.getByRole('link', { name: /^自治体機密性3B、マイナンバー利用事務系：/u })

/** The number in the CISO's cell 自治体機密性3B × マイナンバー利用事務系. */
async function cellOfDashboard(page: Page): Promise<number> {
  await page.goto('/dashboard')
  return Number((await cellIn(page).textContent())?.replace(/\D/gu, ''))
}
