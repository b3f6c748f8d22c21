import { expect } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { registerPlain } from '../support/review-city'
import { test } from '../support/test'
import { openReview } from './steps'

for (const javaScriptEnabled of [true, false])
  test(`a department of 100 unchanged assets is answered and certified from the inbox in at most six actions, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    openAs,
    portal,
  }) => {
    test.setTimeout(180_000)
    // A level that no other story here uses: what those leave in this department stays out of the scope.
    await registerPlain(portal, '4020', ['giji-tanto', 'giji-kacho'], 100, { confidentiality: '1' })
    const title = `議会事務局の見直し${javaScriptEnabled ? '' : '（二）'}`
    const secretariat = await openAs('jimukyoku')
    await openReview(secretariat, { title, bureau: '議会事務局', confidentiality: '自治体機密性1' })

    let actions = 0
    const press = async (target: Locator) => {
      actions += 1
      await target.click()
    }
    const clerk = await openAs('giji-tanto', { javaScriptEnabled })
    await clerk.goto('/')
    await press(clerk.getByRole('banner').getByRole('link', { name: /^未処理/u }))
    const sheet = clerk.locator('main ol > li').filter({ hasText: title })
    await expect(sheet).toContainText('問題がありません')
    await expectNoSidewaysScroll(clerk)
    if (javaScriptEnabled) await expectAccessible(clerk)
    await press(sheet.getByRole('button', { name: /をすべて変更なしと回答する$/u }))
    await expect(clerk.getByText('残りをすべて「変更なし」と回答しました')).toBeVisible()
    await expect(sheet).toHaveCount(0)

    const head = await openAs('giji-kacho', { javaScriptEnabled })
    await head.goto('/')
    await press(head.getByRole('banner').getByRole('link', { name: /^未処理/u }))
    const waiting = head.locator('main ol > li').filter({ hasText: title })
    await expect(waiting).toContainText('回答済みです。証明を待っています')
    await press(waiting.getByRole('link', { name: /^内容を確かめる/u }))
    await expect(head.getByText('すべて「変更なし」です')).toBeVisible()
    await expect(head.getByText(/うち一括の回答/u)).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(head)
    await press(head.getByRole('button', { name: '証明する' }))
    await expect(head.getByText('証明しました').first()).toBeVisible()

    expect(actions).toBeLessThanOrEqual(6)
  })
