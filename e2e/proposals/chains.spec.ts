import { expect } from '@playwright/test'
import { answer, described, expectDone, levelField, register, submitOrdinaryCase } from '../assets/steps'
import { expectAccessible } from '../support/accessibility'
import { test } from '../support/test'
import { changeField, entryOf, expectChange } from './steps'

test('lowering from 3B to 2 goes from the manager to the CISO; until then the ledger stays', async ({
  openAs,
}) => {
  const name = '区分を下げる仕組み'
  const clerk = await openAs('shimin-tanto')
  const number = await submitOrdinaryCase(clerk, name)
  const manager = await openAs('shimin-kacho')
  await register(manager, number)

  await clerk.goto(`/assets/${number}/reclassify`)
  await answer(clerk, '秘密文書に相当しますか', 'いいえ')
  await levelField(clerk, '機密性').selectOption('2')
  await clerk.getByLabel('見直しの理由').fill('本人が特定できない形に改めたため')
  await clerk.getByRole('button', { name: '分類の見直しを提出する' }).click()
  await expectDone(clerk, '提出しました')
  await expect(clerk.getByRole('link', { name: '分類を見直す' })).toHaveCount(0)

  await manager.goto('/inbox')
  await expectChange(entryOf(manager, name), '機密性', '自治体機密性3B', '自治体機密性2')
  await entryOf(manager, name).getByRole('button', { name: '承認する' }).click()
  await expectDone(manager, '次の段階の承認を待っています')
  await clerk.goto(`/assets/${number}`)
  await expect(clerk.getByText('最高 太郎さんの承認を待っています')).toBeVisible()
  await expect(
    clerk.locator('h1').locator('..').locator('..').getByRole('img', { name: '自治体機密性3B' }),
  ).toBeVisible()

  const ciso = await openAs('ciso')
  await ciso.goto('/inbox')
  await entryOf(ciso, name).getByRole('link', { name, exact: false }).first().click()
  await expect(ciso.locator('#steps')).toContainText('市民課 課長さん')
  await expectAccessible(ciso)
  await ciso.getByRole('button', { name: '承認する' }).click()
  await expectDone(ciso, '内容を台帳に反映しました')
  await clerk.goto(`/assets/${number}`)
  await expect(clerk.locator('#proposal')).toHaveCount(0)
  await expect(clerk.getByRole('img', { name: '自治体機密性2' }).first()).toBeVisible()
})

test('a transfer is released by one head and accepted by the other; until then the releaser keeps it', async ({
  openAs,
}) => {
  const name = '移管される仕組み'
  const clerk = await openAs('shimin-tanto')
  const number = await submitOrdinaryCase(clerk, name)
  const manager = await openAs('shimin-kacho')
  await register(manager, number)

  await clerk.goto(`/assets/${number}`)
  await clerk.getByRole('link', { name: '所管課を変更する' }).click()
  await clerk.getByRole('combobox', { name: /移管先の所管課/u }).fill('市民税課')
  await clerk
    .getByRole('option', { name: /市民税課/u })
    .first()
    .click()
  await clerk.getByLabel('移管の理由').fill('課税の事務に使うため')
  await clerk.getByRole('button', { name: '提出する', exact: true }).click()
  await expectDone(clerk, '提出しました')
  await expect(clerk.locator('#proposal')).toContainText(/所管課.*市民課.*市民税課/su)

  await manager.goto('/inbox')
  await entryOf(manager, name).getByRole('button', { name: '承認する' }).click()
  await expectDone(manager, '次の段階の承認を待っています')
  await manager.goto(`/assets/${number}`)
  await expect(described(manager, '所管課')).toContainText('市民課')

  const taker = await openAs('shiminzei-kacho')
  await taker.goto('/inbox')
  const entry = entryOf(taker, name)
  await expect(entry).toContainText('移管先の受入れ')
  await expect(entry).toContainText('課税の事務に使うため')
  await expectAccessible(taker)
  await entry.getByRole('button', { name: '承認する' }).click()
  await expectDone(taker, '内容を台帳に反映しました')
  await taker.goto(`/assets/${number}`)
  await expect(described(taker, '所管課')).toContainText('市民税課')
})

test('loosening waits beside the approved value, other fields change at once; a changed base is shown again', async ({
  openAs,
}) => {
  const name = '本人の数が変わる仕組み'
  const clerk = await openAs('shimin-tanto')
  const number = await submitOrdinaryCase(clerk, name)
  const manager = await openAs('shimin-kacho')
  await register(manager, number)

  await changeField(clerk, number, async (page) => {
    await page.getByLabel('本人の数').fill('300,000')
    await page.getByLabel('業務').fill('証明書の自動交付')
  })
  await expectDone(clerk, '変更を保存し、承認が必要な変更を提出しました')
  await expect(described(clerk, '業務')).toHaveText('証明書の自動交付')
  await expect(described(clerk, '本人の数')).toHaveText('490,000人')
  await expectChange(clerk.locator('#proposal'), '本人の数', '490,000', '300,000')

  await manager.goto('/inbox')
  await changeField(clerk, number, (page) => page.getByLabel('本人の数').fill('500,000'))
  await expectDone(clerk, '変更を保存しました')
  await entryOf(manager, name).getByRole('button', { name: '承認する' }).click()
  await expectDone(manager, '元の内容が変わったため、承認していません')
  const again = entryOf(manager, name)
  await expect(again).toContainText('提出の後に元の内容が変わりました')
  await expectChange(again, '本人の数', '500,000', '300,000')
  await expectAccessible(manager)
  await again.getByRole('button', { name: '承認する' }).click()
  await expectDone(manager, '内容を台帳に反映しました')
  await clerk.goto(`/assets/${number}`)
  await expect(described(clerk, '本人の数')).toHaveText('300,000人')
})

test('the list marks what waits for approval and finds it by its filter', async ({ openAs }) => {
  const clerk = await openAs('shimin-tanto')
  const name = '一覧で承認を待つ仕組み'
  await submitOrdinaryCase(clerk, name)
  await clerk.goto('/assets?proposed=1')
  await expect(clerk.getByRole('row', { name: new RegExp(name, 'u') })).toContainText('承認待ち')
  await expect(clerk.getByRole('link', { name: /変更の承認待ち.*外す/u })).toBeVisible()
  await expectAccessible(clerk)
})
