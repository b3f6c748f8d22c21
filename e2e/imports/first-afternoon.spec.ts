import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'
import { bringIn, open, sampleFile } from './steps'

test.use({ apart: 'imports' })
test.describe.configure({ mode: 'serial' })

const skipAll = '取り込めない行と重なっている行をすべて見送る'

async function leaveOutAll(page: Page) {
  await page.getByRole('button', { name: skipAll }).click()
  await expect(page.locator('#form-errors')).toContainText('見送る理由を選んでください')
  await page.getByLabel('見送る理由').selectOption('内容を確かめているため')
  await page.getByRole('button', { name: skipAll }).click()
  await expect(page.getByText(/見送りました$/u)).toBeVisible()
}

test('the ledger that lies on a desk comes in: its mistakes in words, mended or left out, all of it or nothing', async ({
  openAs,
}) => {
  test.setTimeout(120_000)
  const page = await openAs('jimukyoku')
  await bringIn(page, sampleFile('ledger-internal.xlsx'))
  const left = '取り込めない行が3件、重なっている行が1件あります。直すか、見送ってください'
  await expect(page.getByText(left)).toBeVisible()
  await expect(page.getByRole('link', { name: '台帳と同じ 95' })).toBeVisible()
  await expect(page.getByRole('link', { name: '新しく登録 7' })).toBeVisible()
  await expect(page.getByText('シート「情報資産台帳」のG127')).toBeVisible()
  await expect(page.getByText('機密性の「4」は、この体系にありません。')).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await open(page, '注意のある行')
  await expect(
    page.getByText(/「電子計算課」は令和7年4月1日の統合により「情報システム課」になりました/u),
  ).toBeVisible()
  await open(page, '重なっている行')
  await expect(page.getByText(/7行目と同じ情報資産です/u)).toBeVisible()

  // The same workbook with its cells marked.
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '直すところに印を付けたExcelを受け取る' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('ledger-internal_直すところ.xlsx')
  const { sheets } = await readXlsx(await readFile(await file.path()), { readStyles: true })
  expect(sheets.map(({ name }) => name)).toEqual(['直すところ', '情報資産台帳'])
  expect(sheets[1]?.cells?.get('126,6')?.comment?.text).toContain('3A・3B・3C・2・1から選んでください')

  // Mended on the spot.
  await open(page, '取り込めない行')
  await page
    .getByRole('row', { name: /庁内放送設備台帳/u })
    .getByRole('link', { name: /この行を直す/u })
    .click()
  await page.getByLabel('機密性', { exact: true }).fill('2')
  await page.getByRole('button', { name: 'この行を直す' }).click()
  await expect(page.getByText(/行を直しました$/u)).toBeVisible()

  await leaveOutAll(page)
  await page.getByRole('button', { name: '台帳に取り込む' }).click()
  await expect(page.getByText(/完了取り込みました$/u)).toBeVisible({ timeout: 40_000 })
  await open(page, '見送った行')
  await expect(page.getByText('見送った理由：内容を確かめているため').first()).toBeVisible()
  await expectAccessible(page)

  // Once more: nothing is left to change.
  await bringIn(page, sampleFile('ledger-internal.xlsx'))
  await expect(page.getByRole('link', { name: '台帳と同じ 102' })).toBeVisible()
  await leaveOutAll(page)
  await expect(page.getByText('台帳と同じ内容です。変えるものはありません')).toBeVisible()
  await expect(page.getByRole('button', { name: '台帳に取り込む' })).toHaveCount(0)
})

for (const javaScriptEnabled of [true, false])
  test(`a clerk brings in the own department's rows, and the head approves, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    openAs,
  }, { project }) => {
    const name = `窓口の引継簿${javaScriptEnabled ? '甲' : '乙'}${project.name}`
    const rows = [
      '情報資産管理台帳,,,,,,',
      '情報資産の名称,部局,担当課,機密性,完全性,可用性,媒体',
      `${name},市民部,市民課,３Ｃ,1,1,紙`,
      `${name}（旧）,市民部,市民課,4,1,1,紙`,
    ]
    const page = await openAs('shimin-tanto', { javaScriptEnabled })
    await bringIn(page, { name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) })
    await expect(page.getByText('取り込めない行が1件あります。直すか、見送ってください')).toBeVisible()
    await page.getByRole('checkbox', { name: new RegExp(name, 'u') }).check()
    await page.getByLabel('見送る理由').selectOption('その他')
    await page.getByLabel('「その他」の理由').fill('新しい簿冊にまとめたため')
    await page.getByRole('button', { name: '選んだ行を見送る' }).click()
    await expect(page.getByText(/見送りました$/u)).toBeVisible()
    await page.getByRole('button', { name: '台帳に取り込む' }).click()
    await expect(page.getByText(/完了取り込みました$/u)).toBeVisible({ timeout: 40_000 })
    const bundle = page.getByRole('region', { name: '承認を待っているもの' }).getByRole('link').first()
    const address = (await bundle.getAttribute('href')) ?? ''

    const head = await openAs('shimin-kacho', { javaScriptEnabled })
    await head.goto(address)
    await expect(head.getByRole('link', { name })).toBeVisible()
    await head.goto('/inbox')
    await head.getByRole('button', { name: new RegExp(`承認して登録する.*${name}`, 'u') }).click()
    // The answer of the act is the list again, with what was decided in its address.
    await expect(head).toHaveURL(/\/inbox\?/u)
    await page.goto(`/assets?q=${encodeURIComponent(name)}`)
    await expect(page.getByRole('row', { name: new RegExp(name, 'u') })).toContainText('有効')
  })
