import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'
import { bringIn, open, sampleFile } from './steps'

test.use({ apart: 'imports' })
test.describe.configure({ mode: 'serial' })

for (const javaScriptEnabled of [true, false])
  test(`the ledger that lies on a desk comes in: mended, left out, confirmed, approved, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    openAs,
  }) => {
    test.setTimeout(120_000)
    const page = await openAs('jimukyoku', { javaScriptEnabled })
    await bringIn(page, sampleFile('ledger-internal.xlsx'))
    await expect(
      page.getByText('取り込めない行が3件、重なっている行が1件あります。直すか、見送ってください'),
    ).toBeVisible()
    await expect(page.getByText('シート「情報資産台帳」のG127')).toBeVisible()
    await expect(page.getByText('2月30日', { exact: false }).first()).toBeVisible()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)

    // Mended on the spot: a level that this scheme does not have.
    await page
      .getByRole('row', { name: /庁内放送設備台帳/u })
      .getByRole('link', { name: /この行を直す/u })
      .click()
    await page.getByLabel('機密性', { exact: true }).fill('2')
    await page.getByRole('button', { name: 'この行を直す' }).click()
    await expect(page.getByText('行を直しました')).toBeVisible()
    await expect(
      page.getByText('取り込めない行が2件、重なっている行が1件あります。直すか、見送ってください'),
    ).toBeVisible()

    // Left out with a reason, which has to be said.
    await page.getByRole('button', { name: '取り込めない行と重なっている行をすべて見送る' }).click()
    await expect(page.locator('#form-errors')).toContainText('見送る理由を選んでください')
    await page.getByLabel('見送る理由').selectOption('内容を確かめているため')
    await page.getByRole('button', { name: '取り込めない行と重なっている行をすべて見送る' }).click()
    await expect(page.getByText(/見送りました$/u)).toBeVisible()

    await page.getByRole('button', { name: '台帳に取り込む' }).click()
    await expect(page.getByText(/完了取り込みました$/u)).toBeVisible({ timeout: 40_000 })
    await open(page, '見送った行')
    await expect(page.getByText('見送った理由：内容を確かめているため').first()).toBeVisible()
    await expectAccessible(page)
  })
