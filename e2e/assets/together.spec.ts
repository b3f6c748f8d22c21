import { expect } from '@playwright/test'
import { entryOf, expectChange } from '../proposals/steps'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'
import { described, expectDone, register, submitOrdinaryCase } from './steps'

for (const javaScript of [true, false])
  test(`several are changed at once from the list, and an earlier version is brought back, JavaScript ${javaScript ? 'on' : 'off'}`, async ({
    openAs,
  }) => {
    test.slow()
    const name = `まとめて変える仕組み${javaScript ? '（一）' : '（二）'}`
    const author = await openAs('shimin-tanto')
    const manager = await openAs('shimin-kacho')
    const numbers: string[] = []
    for (const each of ['甲', '乙']) {
      const number = await submitOrdinaryCase(author, `${name}${each}`)
      await register(manager, number)
      numbers.push(number)
    }
    const [first = '', second = ''] = numbers

    const clerk = await openAs('shimin-tanto', { javaScriptEnabled: javaScript })
    await clerk.goto(`/assets?q=${encodeURIComponent(name)}`)
    await clerk.getByRole('link', { name: 'この一覧からまとめて変更する' }).click()
    await clerk.getByRole('button', { name: '変わるところを確かめる' }).click()
    await expect(clerk.getByRole('checkbox')).not.toHaveCount(0)
    await clerk.goto(`/assets/bulk?q=${encodeURIComponent(name)}`)
    for (const each of ['甲', '乙']) await clerk.getByRole('checkbox', { name: `${name}${each}` }).check()
    await clerk.getByLabel('保管場所').fill('データセンター')
    await clerk.getByLabel('外部持ち出し').selectOption({ index: 1 })
    await clerk.getByRole('button', { name: '変わるところを確かめる' }).click()
    await expectChange(clerk.locator('#preview'), '保管場所', '', 'データセンター')
    await expectNoSidewaysScroll(clerk)
    if (javaScript) await expectAccessible(clerk)
    await clerk.getByLabel('変更の理由').fill('保管場所をまとめたため')
    await clerk.getByRole('button', { name: '2件を変更する' }).click()
    await expectDone(clerk, '2件の変更を受け付けました')
    await clerk.goto(`/assets/${first}`)
    await expect(described(clerk, '保管場所')).toHaveText('データセンター')

    await clerk.goto(`/assets/${second}`)
    await clerk.getByRole('link', { name: '前の版の内容に戻す' }).click()
    await expect(clerk).toHaveURL(/\/undo/u)
    await expectNoSidewaysScroll(clerk)
    if (javaScript) await expectAccessible(clerk)
    await clerk
      .getByRole('link', { name: /第\d+版の内容に戻す/u })
      .last()
      .click()
    await expect(clerk.locator('#preview')).toContainText('保管場所')
    if (javaScript) await expectAccessible(clerk)
    await clerk.getByLabel('戻す理由').fill('対象を誤ったため')
    await clerk.getByRole('button', { name: 'この内容に戻す' }).click()
    await expectDone(clerk, '提出しました')
    await expect(described(clerk, '保管場所')).not.toHaveText('データセンター')
    await manager.goto('/inbox')
    const entry = entryOf(manager, `${name}乙`)
    await expect(entry).toContainText('対象を誤ったため')
    await expectChange(entry, '外部持ち出し', '', '')
    await entry.getByRole('button', { name: '承認する' }).click()
    await expectDone(manager, '承認しました')
  })
