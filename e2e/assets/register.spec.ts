import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'
import { chooseKind, fillOrdinaryCase, newAsset, numberIn, proposal, save } from './steps'

test('a clerk registers an asset, is proposed 3B / 2 / 2 and told why; the manager registers it; the CISO sees the cell grow by one', async ({
  openAs,
}) => {
  const ciso = await openAs('ciso')
  const cell = '/assets?state=active&family=municipal&zone=myNumber&confidentiality=3B'
  const before = await foundIn(ciso, cell)

  const clerk = await openAs('shimin-tanto')
  await chooseKind(clerk)
  await fillOrdinaryCase(clerk)
  await expect(clerk.getByText(proposal)).toBeVisible()
  await expectAccessible(clerk)
  await save(clerk)
  await expect(clerk.getByText('下書きを保存しました')).toBeVisible()
  await expect(clerk.getByRole('heading', { level: 1, name: newAsset.name })).toBeVisible()
  await expect(clerk.getByRole('button', { name: '登録する' })).toHaveCount(0)
  await expectAccessible(clerk)
  await expectNoSidewaysScroll(clerk)
  const number = numberIn(clerk.url())

  const manager = await openAs('shimin-kacho')
  await manager.goto(`/assets/${number}`)
  await manager.getByRole('button', { name: '登録する' }).click()
  await expect(manager.getByText('台帳に「有効」として載りました')).toBeVisible()
  await expectAccessible(manager)

  expect(await foundIn(ciso, cell)).toBe(before + 1)
})

test('without JavaScript the same path works: the proposal is shown before anything is saved', async ({ openAs }) => {
  const clerk = await openAs('shimin-tanto', { javaScriptEnabled: false })
  await chooseKind(clerk)
  await fillOrdinaryCase(clerk, `${newAsset.name}（写し）`)
  await save(clerk)
  await expect(clerk.getByText('まだ保存していません')).toBeVisible()
  await expect(clerk.getByText(proposal)).toBeVisible()
  await save(clerk)
  await expect(clerk.getByText('下書きを保存しました')).toBeVisible()
  const manager = await openAs('shimin-kacho', { javaScriptEnabled: false })
  await manager.goto(`/assets/${numberIn(clerk.url())}`)
  await manager.getByRole('button', { name: '登録する' }).click()
  await expect(manager.getByText('台帳に「有効」として載りました')).toBeVisible()
})

async function foundIn(page: import('@playwright/test').Page, address: string): Promise<number> {
  await page.goto(address)
  const words = await page.getByText(/件見つかりました/).textContent()
  return Number((words ?? '').replace(/\D/g, ''))
}
