import { expect } from '@playwright/test'
import { expectDone, numberIn, submit, submitOrdinaryCase } from '../assets/steps'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { press } from '../support/keyboard'
import { test } from '../support/test'
import { entryOf, waitingOf } from './steps'

for (const javaScriptEnabled of [true, false])
  test(`what a clerk submits waits in the manager's inbox, is counted in the header and approved there, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    openAs,
  }) => {
    const name = `未処理から承認する仕組み${javaScriptEnabled ? '（一）' : '（二）'}`
    const manager = await openAs('shimin-kacho', { javaScriptEnabled })
    await manager.goto('/')
    const before = await waitingOf(manager)
    const clerk = await openAs('shimin-tanto')
    const number = await submitOrdinaryCase(clerk, name)
    await manager.goto('/')
    expect(await waitingOf(manager)).toBe(before + 1)
    await manager
      .getByRole('banner')
      .getByRole('link', { name: /^未処理/u })
      .click()
    const entry = entryOf(manager, name)
    await expect(entry).toContainText('市民課 担当さんが')
    await expect(entry.getByRole('img', { name: '自治体機密性3B' })).toBeVisible()
    await expectNoSidewaysScroll(manager)
    if (javaScriptEnabled) await expectAccessible(manager)
    await entry.getByRole('button', { name: '承認して登録する' }).click()
    await expectDone(manager, '承認しました')
    await expect(entry).toHaveCount(0)
    expect(await waitingOf(manager)).toBe(before)
    await manager.goto(`/assets/${number}`)
    await expect(manager.getByText('有効', { exact: true }).first()).toBeVisible()
  })

for (const javaScriptEnabled of [true, false])
  test(`returned with a reason it waits in the clerk's inbox until it is submitted again, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    openAs,
  }) => {
    const name = `差し戻される仕組み${javaScriptEnabled ? '（一）' : '（二）'}`
    const clerk = await openAs('shimin-tanto', { javaScriptEnabled })
    const author = await openAs('shimin-tanto')
    const number = await submitOrdinaryCase(author, name)
    const manager = await openAs('shimin-kacho', { javaScriptEnabled })
    await manager.goto('/inbox')
    await entryOf(manager, name).getByRole('link', { name: '開いて差し戻す' }).click()
    await manager.locator('summary', { hasText: '差し戻す' }).click()
    await manager.getByRole('button', { name: '差し戻す', exact: true }).click()
    await expect(manager.locator('#form-errors')).toContainText('差し戻す理由を入力してください')
    if (!javaScriptEnabled) await manager.locator('summary', { hasText: '差し戻す' }).click()
    await manager.getByLabel('差し戻す理由').fill('保管場所を書いてください')
    await manager.getByRole('button', { name: '差し戻す', exact: true }).click()
    await expectDone(manager, '差し戻しました')
    await expect(entryOf(manager, name)).toHaveCount(0)

    await clerk.goto('/inbox')
    const returned = entryOf(clerk, name)
    await expect(returned).toContainText('保管場所を書いてください')
    await expect(returned).toContainText('市民課 課長さん')
    if (javaScriptEnabled) await expectAccessible(clerk)
    await returned.getByRole('link', { name: '内容を直して提出し直す' }).click()
    await expect(clerk).toHaveURL(new RegExp(`/assets/${number}$`, 'u'))
    await expect(clerk.getByRole('main')).toContainText('保管場所を書いてください')
    await clerk.getByRole('link', { name: '編集する' }).click()
    await expect(clerk.getByRole('main')).toContainText('保管場所を書いてください')
    await clerk.getByLabel('保管場所').fill('データセンター')
    await submit(clerk)
    await expectDone(clerk, '提出しました')
    await clerk.goto('/inbox')
    await expect(returned).toHaveCount(0)
    await manager.goto('/inbox')
    await expect(entryOf(manager, name)).toHaveCount(1)
  })

test('several are approved at once: those that were chosen, and no other', async ({ openAs }) => {
  const names = ['まとめて承認する仕組み一', 'まとめて承認する仕組み二', '選ばない仕組み']
  const clerk = await openAs('shimin-tanto')
  for (const name of names) await submitOrdinaryCase(clerk, name)
  const manager = await openAs('shimin-kacho')
  await manager.goto('/inbox')
  await manager.getByRole('button', { name: '選んだ提出を承認する' }).click()
  const told = manager.locator('#form-errors')
  await expect(told).toBeFocused()
  await told.getByRole('link', { name: /提出を1件以上選んでください/u }).click()
  await expect(manager.getByRole('checkbox').first()).toBeFocused()
  for (const name of names.slice(0, 2)) await entryOf(manager, name).getByRole('checkbox').check()
  await manager.getByRole('button', { name: '選んだ提出を承認する' }).click()
  await expectDone(manager, '2件を承認しました')
  await expectAccessible(manager)
  for (const name of names.slice(0, 2)) await expect(entryOf(manager, name)).toHaveCount(0)
  await expect(entryOf(manager, names[2] ?? '')).toHaveCount(1)
})

test('by the keyboard alone a manager approves from the inbox', async ({ openAs }) => {
  const name = '打鍵で承認する仕組み'
  const clerk = await openAs('shimin-tanto')
  const number = await submitOrdinaryCase(clerk, name)
  const manager = await openAs('shimin-kacho')
  await manager.goto('/')
  await press(manager, manager.getByRole('banner').getByRole('link', { name: /^未処理/u }))
  await expect(manager.getByRole('heading', { level: 1, name: '未処理一覧' })).toBeVisible()
  await press(manager, entryOf(manager, name).getByRole('button', { name: '承認して登録する' }))
  await expectDone(manager, '承認しました')
  expect(numberIn(clerk.url())).toBe(number)
})

test('two managers at once: the second is told, and nothing is decided twice', async ({ openAs }) => {
  const name = '二人が同時に開く仕組み'
  const clerk = await openAs('shimin-tanto')
  await submitOrdinaryCase(clerk, name)
  const [first, second] = [await openAs('shimin-kacho'), await openAs('shimin-kacho')]
  await first.goto('/inbox')
  await second.goto('/inbox')
  await entryOf(first, name).getByRole('button', { name: '承認して登録する' }).click()
  await expectDone(first, '承認しました')
  await entryOf(second, name).getByRole('button', { name: '承認して登録する' }).click()
  await expect(second.locator('#form-errors')).toContainText('ほかの方が先に処理しました')
})
