import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { openXlsx, saveXlsx, writeXlsx } from 'hucre/xlsx'
import { test } from '../support/test'
import { bringIn, open } from './steps'

test.use({ apart: 'round' })

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test('a clerk’s own Excel with odd heads comes in, the head approves it, and it goes out and back with two cells changed', async ({
  openAs,
}, { project }) => {
  test.setTimeout(180_000)
  const of = project.name
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '令和8年度',
        rows: [
          ['市民課　情報資産台帳（令和8年10月1日現在）'],
          [],
          ['項番', '資産の名称', '種類', '分類', null, null, '置き場所', '個人情報の有無', '摘要'],
          [null, null, null, 'Ｃ', 'Ｉ', 'Ａ', null, null, null],
          [1, `証明書交付簿${of}`, '紙文書', '３Ｃ', '２', '１', '執務室 施錠書庫', '有', ''],
          [2, `窓口日誌${of}`, '紙文書', '3Z', '1', '1', '執務室', '無', ''],
          [3, `廃止した簿冊${of}`, '紙文書', '2', '9', '1', '執務室', '無', '廃棄予定'],
          ['合計', null, null, null, null, null, null, null, '3件'],
        ],
      },
    ],
  })
  const page = await openAs('shimin-tanto')
  await bringIn(page, { name: `うちの台帳${of}.xlsx`, mimeType: xlsx, buffer: Buffer.from(bytes) })
  await expect(page.getByText('取り込めない行が2件あります。直すか、見送ってください')).toBeVisible()
  await page
    .getByRole('row', { name: new RegExp(`窓口日誌${of}`, 'u') })
    .getByRole('link', { name: /この行を直す/u })
    .click()
  await page.getByLabel('機密性', { exact: true }).fill('2')
  await page.getByRole('button', { name: 'この行を直す' }).click()
  await expect(page.getByText(/行を直しました$/u)).toBeVisible()
  await page.getByRole('checkbox', { name: new RegExp(`廃止した簿冊${of}`, 'u') }).check()
  await page.getByLabel('見送る理由').selectOption('廃棄済みのため')
  await page.getByRole('button', { name: '選んだ行を見送る' }).click()
  await expect(page.getByText(/見送りました$/u)).toBeVisible()
  await expect(page.getByRole('link', { name: '新しく登録 2' })).toBeVisible()
  await page.getByRole('button', { name: '台帳に取り込む' }).click()
  await expect(page.getByText(/完了取り込みました$/u)).toBeVisible({ timeout: 40_000 })

  const head = await openAs('shimin-kacho')
  await head.goto('/inbox')
  const approve = head.getByRole('button', { name: /^承認して登録する/u })
  while ((await approve.count()) > 0) {
    const before = await approve.count()
    await approve.first().click()
    await expect(head).toHaveURL(/\/inbox\?/u)
    await expect(approve).toHaveCount(before - 1)
  }

  await page.goto('/assets')
  await page.getByRole('link', { name: '書き出す' }).click()
  await page.getByLabel(/^すべての列/u).check()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Excelで書き出す' }).click(),
  ])
  const book = await openXlsx(await readFile(await file.path()), { readStyles: true })
  const ledger = book.sheets.find(({ name }) => name === '台帳')
  if (!ledger) throw new Error('no sheet of the ledger')
  const heads = (ledger.rows[0] ?? []).map(String)
  const down = ledger.rows.findIndex((row) => row.includes(`証明書交付簿${of}`))
  for (const [label, value] of [
    ['保存期間', `10年（${of}）`],
    ['備考', `棚卸で確認（${of}）`],
  ] as const) {
    const across = heads.indexOf(label)
    ledger.cells ??= new Map()
    const was = ledger.cells.get(`${down},${across}`)
    ledger.cells.set(`${down},${across}`, { ...was, value, type: 'string' })
    const row = ledger.rows[down]
    if (row) row[across] = value
  }
  await bringIn(page, {
    name: `直した台帳${of}.xlsx`,
    mimeType: xlsx,
    buffer: Buffer.from(await saveXlsx(book)),
  })
  await expect(page.getByText('台帳に取り込めます')).toBeVisible()
  await open(page, '変更')
  const rows = page.getByRole('table').getByRole('row').filter({ hasText: of })
  await expect(rows).toHaveCount(1)
  await expect(rows.getByRole('term')).toHaveCount(2)
  await expect(rows).toContainText(`10年（${of}）`)
  await expect(rows).toContainText(`棚卸で確認（${of}）`)
  await page.getByRole('button', { name: '台帳に取り込む' }).click()
  await expect(page.getByText(/完了取り込みました$/u)).toBeVisible({ timeout: 40_000 })
  await page.goto(`/assets?q=${encodeURIComponent(`証明書交付簿${of}`)}`)
  await page.getByRole('link', { name: `証明書交付簿${of}`, exact: true }).click()
  await expect(page.getByText(`10年（${of}）`).first()).toBeVisible()
  await expect(page.getByText(`棚卸で確認（${of}）`).first()).toBeVisible()
})
