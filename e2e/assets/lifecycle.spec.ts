import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { numberOf } from '../support/ledger'
import { test } from '../support/test'
import { described, draftOrdinaryCase, expectDone, foundIn, keepDraft, register } from './steps'

const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const trail = (page: Page) => page.locator('#trail').getByRole('listitem')

test('a manager cannot register an own draft; the bureau officer finds it waiting and registers it', async ({
  openAs,
}) => {
  const name = '管理者が下書きした仕組み'
  const manager = await openAs('shimin-kacho')
  const number = await draftOrdinaryCase(manager, name)
  await expect(act(manager, '登録する')).toHaveCount(0)
  await expect(manager.getByText('ほかの管理者又は部局の責任者が登録します')).toBeVisible()

  const officer = await openAs('shimin-bucho')
  await officer.goto('/')
  await officer.getByRole('link', { name: /^下書き.*件が、登録を待っています$/u }).click()
  await officer.getByRole('link', { name, exact: true }).click()
  await register(officer, number)
  await expect(act(officer, '登録する')).toHaveCount(0)
  await expect(trail(officer).first()).toContainText('市民部 部長')
  await expect(trail(officer).first()).toContainText('情報資産を登録しました')
  await expect(trail(officer).first()).toContainText(/状態.*下書き.*有効/su)
})

test('whoever edited a draft last cannot register it either', async ({ openAs }) => {
  const clerk = await openAs('shimin-tanto')
  const number = await draftOrdinaryCase(clerk, '直された下書き')
  const manager = await openAs('shimin-kacho')
  await manager.goto(`/assets/${number}/edit`)
  await manager.getByLabel('保管場所').fill('本庁舎')
  await act(manager, '下書きを保存する').click()
  await expectDone(manager, '変更を保存しました')
  await expect(act(manager, '登録する')).toHaveCount(0)
})

test('a draft is withdrawn with a reason: it keeps its number and offers nothing any more', async ({
  openAs,
}) => {
  const clerk = await openAs('shimin-tanto')
  const name = '誤って作った下書き'
  const number = await keepDraft(clerk, name)
  await clerk.locator('summary', { hasText: '下書きを取り消す' }).click()
  await act(clerk, '下書きを取り消す').click()
  await expect(clerk.locator('#form-errors')).toContainText('取り消す理由を入力してください')
  await expectAccessible(clerk)
  await clerk.getByLabel('取り消す理由').fill('同じものが登録済みのため')
  await act(clerk, '下書きを取り消す').click()
  await expectDone(clerk, '下書きを取り消しました')
  await expect(clerk.getByText(`資産番号 ${number}`)).toBeVisible()
  await expectNothingToDo(clerk)
  await expect(trail(clerk).first()).toContainText('同じものが登録済みのため')
  await expect(trail(clerk).first()).toContainText(/状態.*下書き.*取消/su)
  expect(await foundIn(clerk, `/assets?q=${encodeURIComponent(name)}`)).toBe(0)
  expect(await foundIn(clerk, `/assets?q=${encodeURIComponent(name)}&state=cancelled`)).toBe(1)
})

test('disposal takes a day, a person and only a method that the levels allow; then the asset rests', async ({
  openAs,
  portal,
}) => {
  const manager = await openAs('shimin-kacho')
  const number = await numberOf(portal, '住民異動届')
  await manager.goto(`/assets/${number}`)
  await manager.getByRole('link', { name: '廃棄を記録する' }).click()
  const methods = manager.getByRole('group', { name: '廃棄の方法' }).getByRole('radio')
  await expect(methods).toHaveCount(2)
  await act(manager, '廃棄を記録する').click()
  await expect(manager.locator('#form-errors')).toContainText('廃棄の方法を選んでください')
  await expectAccessible(manager)
  await manager.getByLabel('裁断・溶解').check()
  await manager.getByLabel('廃棄日').fill('令和99年1月1日')
  await act(manager, '廃棄を記録する').click()
  await expect(manager.locator('#form-errors')).toContainText('今日までの日付を入力してください')
  await expect(manager.getByLabel('裁断・溶解')).toBeChecked()

  await methods.first().evaluate((radio) => {
    radio.setAttribute('value', 'ordinary')
  })
  await methods.first().check()
  await manager.getByLabel('廃棄日').fill('令和8年11月20日')
  await act(manager, '廃棄を記録する').click()
  await expect(manager.locator('#form-errors')).toContainText('その方法は選べません')

  await manager.goto(`/assets/${number}/dispose`)
  await manager.getByLabel('裁断・溶解').check()
  await manager.getByLabel('補足').fill('溶解証明書 第12号')
  await act(manager, '廃棄を記録する').click()
  await expectDone(manager, '廃棄を記録しました')
  await expect(manager.getByText('この情報資産は廃棄済みです')).toBeVisible()
  await expect(described(manager, '廃棄した人')).toHaveText('市民課 課長')
  await expect(described(manager, '廃棄の方法')).toHaveText('裁断・溶解')
  await expectNothingToDo(manager)
  await expect(trail(manager).first()).toContainText('溶解証明書 第12号')
  await expect(trail(manager).first()).toContainText(/状態.*有効.*廃棄済み/su)
  for (const below of ['edit', 'reclassify', 'dispose']) {
    await manager.goto(`/assets/${number}/${below}`)
    await expect(manager, below).toHaveURL(new RegExp(`/assets/${number}$`, 'u'))
  }
})

test('media with residents’ data of the My Number zone: physical destruction is the only way offered', async ({
  openAs,
  portal,
}) => {
  const manager = await openAs('shimin-kacho')
  await manager.goto(`/assets/${await numberOf(portal, '住民基本台帳システム')}/dispose`)
  await expect(manager.getByRole('radio')).toHaveCount(1)
  await expect(manager.getByRole('radio', { name: '物理的破壊' })).toBeChecked()
})

async function expectNothingToDo(page: Page) {
  for (const name of ['編集する', '分類を見直す', '廃棄を記録する'])
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)
  await expect(page.locator('main').getByRole('button')).toHaveCount(0)
}
