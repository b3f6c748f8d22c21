import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { numberOf } from '../support/ledger'
import { test } from '../support/test'
import { described, expectDone, foundIn, keepDraft, register, submitOrdinaryCase } from './steps'

const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const trail = (page: Page) => page.locator('#trail').getByRole('listitem')

test('a manager cannot approve what they submitted; the bureau officer finds it waiting and registers it', async ({
  openAs,
}) => {
  const name = '管理者が提出した仕組み'
  const manager = await openAs('shimin-kacho')
  const number = await submitOrdinaryCase(manager, name)
  await expect(manager.getByRole('button', { name: '承認' })).toHaveCount(0)
  await expect(manager.getByText('市民部 部長さんの承認を待っています')).toBeVisible()

  const officer = await openAs('shimin-bucho')
  await officer.goto('/')
  await officer.getByRole('link', { name: /^未処理が.*件あります$/u }).click()
  await officer.getByRole('link', { name, exact: true }).click()
  await register(officer, number)
  await expect(officer.getByRole('button', { name: '承認' })).toHaveCount(0)
  await expect(trail(officer).first()).toContainText('市民部 部長')
  await expect(trail(officer).first()).toContainText('情報資産を登録しました')
  await expect(trail(officer).first()).toContainText(/状態.*下書き.*有効/su)
})

test('what is submitted rests until it is decided: taken back, it is edited and submitted again', async ({
  openAs,
}) => {
  const clerk = await openAs('shimin-tanto')
  const number = await submitOrdinaryCase(clerk, '取り下げて直す仕組み')
  await expect(clerk.getByRole('link', { name: '編集する' })).toHaveCount(0)
  await clerk.goto(`/assets/${number}/edit`)
  await expect(clerk).toHaveURL(new RegExp(`/assets/${number}$`, 'u'))
  await clerk.locator('summary', { hasText: '提出を取り下げる' }).click()
  await act(clerk, '提出を取り下げる').click()
  await expectDone(clerk, '提出を取り下げました')
  await clerk.getByRole('link', { name: '編集する' }).click()
  await clerk.getByLabel('保管場所').fill('本庁舎')
  await act(clerk, '下書きを保存する').click()
  await expectDone(clerk, '変更を保存しました')
  await act(clerk, '提出する').click()
  await expectDone(clerk, '提出しました')
  await register(await openAs('shimin-kacho'), number)
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

test('disposal takes a day, a person and only a method that the levels allow; approved, the asset rests', async ({
  openAs,
  portal,
}) => {
  const clerk = await openAs('shimin-tanto')
  const number = await numberOf(portal, '住民異動届')
  await clerk.goto(`/assets/${number}`)
  await clerk.getByRole('link', { name: '廃棄を提出する' }).click()
  const methods = clerk.getByRole('group', { name: '廃棄の方法' }).getByRole('radio')
  await expect(methods).toHaveCount(2)
  await act(clerk, '廃棄を提出する').click()
  await expect(clerk.locator('#form-errors')).toContainText('廃棄の方法を選んでください')
  await expectAccessible(clerk)
  await clerk.getByLabel('裁断・溶解').check()
  await clerk.getByLabel('廃棄日').fill('令和99年1月1日')
  await act(clerk, '廃棄を提出する').click()
  await expect(clerk.locator('#form-errors')).toContainText('今日までの日付を入力してください')
  await expect(clerk.getByLabel('裁断・溶解')).toBeChecked()

  await methods.first().evaluate((radio) => {
    radio.setAttribute('value', 'ordinary')
  })
  await methods.first().check()
  await clerk.getByLabel('廃棄日').fill('令和8年11月20日')
  await act(clerk, '廃棄を提出する').click()
  await expect(clerk.locator('#form-errors')).toContainText('その方法は選べません')

  await clerk.goto(`/assets/${number}/dispose`)
  await clerk.getByLabel('裁断・溶解').check()
  await clerk.getByLabel('補足').fill('溶解証明書 第12号')
  await act(clerk, '廃棄を提出する').click()
  await expectDone(clerk, '提出しました')
  await expect(clerk.locator('#proposal')).toContainText(/状態.*有効.*廃棄済み/su)
  await expect(clerk.getByRole('link', { name: '廃棄を提出する' })).toHaveCount(0)

  const manager = await openAs('shimin-kacho')
  await manager.goto(`/assets/${number}`)
  await expect(manager.locator('#proposal')).toContainText('裁断・溶解')
  await manager.getByRole('button', { name: '承認する' }).click()
  await expectDone(manager, '承認しました')
  await expect(manager.getByText('この情報資産は廃棄済みです')).toBeVisible()
  await expect(described(manager, '廃棄した人')).toHaveText('市民課 担当')
  await expect(described(manager, '廃棄の方法')).toHaveText('裁断・溶解')
  await expectNothingToDo(manager)
  await expect(
    trail(manager)
      .filter({ hasText: /状態.*有効.*廃棄済み/su })
      .first(),
  ).toBeVisible()
  for (const below of ['edit', 'reclassify', 'dispose', 'transfer']) {
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
  for (const name of ['編集する', '分類を見直す', '廃棄を提出する', '所管課を変更する'])
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)
  await expect(page.locator('main').getByRole('button')).toHaveCount(0)
}
