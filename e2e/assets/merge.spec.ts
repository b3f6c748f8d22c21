import { expect } from '@playwright/test'
import { entryOf, expectChange } from '../proposals/steps'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'
import { expectDone, register, submitOrdinaryCase } from './steps'

for (const javaScript of [true, false])
  test(`duplicates are compared, one is kept, and once approved the other points to it, JavaScript ${javaScript ? 'on' : 'off'}`, async ({
    openAs,
  }) => {
    test.slow()
    const name = `二重に登録した仕組み${javaScript ? '（一）' : '（二）'}`
    const author = await openAs('shimin-tanto')
    const approver = await openAs('shimin-kacho')
    const numbers: string[] = []
    for (const each of ['', 'の写し']) {
      const number = await submitOrdinaryCase(author, `${name}${each}`)
      await register(approver, number)
      numbers.push(number)
    }
    const [kept = '', gone = ''] = numbers

    const clerk = await openAs('shimin-tanto', { javaScriptEnabled: javaScript })
    await clerk.goto(`/assets/${gone}`)
    await clerk.getByRole('link', { name: '重複した資産を統合する' }).click()
    await clerk.getByRole('checkbox', { name, exact: true }).check()
    await clerk.getByRole('button', { name: '選んだものと比べる' }).click()
    await expect(clerk.getByRole('cell', { name: new RegExp(`${name}の写し$`, 'u') })).toBeVisible()
    await expectNoSidewaysScroll(clerk)
    if (javaScript) await expectAccessible(clerk)
    await clerk.getByRole('button', { name: '統合を提出する' }).click()
    if (javaScript) await expect(clerk.locator('#form-errors')).toContainText('統合の理由を入力してください')
    await clerk.getByRole('radio', { name: new RegExp(`資産番号 ${kept}`, 'u') }).check()
    await clerk.getByLabel('統合の理由').fill('同じ仕組みを二重に登録したため')
    await clerk.getByRole('button', { name: '統合を提出する' }).click()
    await expectDone(clerk, '提出しました')

    const manager = await openAs('shimin-kacho', { javaScriptEnabled: javaScript })
    await manager.goto('/inbox')
    const entry = entryOf(manager, name)
    await expect(entry).toContainText('これを残します')
    await expectChange(entry, '状態', '有効', '統合済み')
    await expectChange(entry, '統合先', '', `資産番号 ${kept}`)
    if (javaScript) await expectAccessible(manager)
    await entry.getByRole('button', { name: '承認する' }).click()
    await expectDone(manager, '承認しました')

    await clerk.goto(`/assets/${gone}`)
    await expect(clerk.getByText('この情報資産は統合済みです')).toBeVisible()
    await clerk.getByRole('link', { name: /統合先の情報資産/u }).click()
    await expect(clerk).toHaveURL(new RegExp(`/assets/${kept}$`, 'u'))
    await expect(clerk.getByText('有効', { exact: true }).first()).toBeVisible()
  })
