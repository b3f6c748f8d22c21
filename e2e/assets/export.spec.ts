import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import type { Portal } from '../support/portal'
import { test } from '../support/test'
import { keepDraft } from './steps'
import { cellOf, contentBack, rowsOfCsv, rowsOfXlsx } from '../support/written-ledger'

/** What the ledger itself holds of a department, straight from the database: codes, days and texts as kept. */
async function keptOf(portal: Portal, department: string) {
  const { rows } = await portal.database.ownerPool.query<Record<string, unknown> & { number: string }>(
    `select a.number::text, a.name, a.name_kana, a.task, a.description, a.medium, a.storage_location, a.user_scope,
       a.retention, a.remarks, a.outsourced_to, a.cloud_service, a.kind_code, a.personal_data, a.take_out,
       a.data_subjects::int, a.registered_on::text, a.disposal_due_on::text, a.city_wide, a.has_backup,
       case when a.zone_not_applicable then 'notApplicable' else a.zone_code end as zone, a.confidentiality
     from assets a join departments d on d.id = a.department_id
     where d.name = $1 and d.valid_to is null and a.state in ('draft', 'active') order by a.number`,
    [department],
  )
  return rows
}

async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

for (const javaScriptEnabled of [true, false])
  test(`a clerk takes the ledger out as Excel, field by field as it is kept, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    openAs,
    portal,
  }) => {
    const page = await openAs('shimin-tanto', { javaScriptEnabled })
    await page.goto('/assets')
    await page.getByRole('link', { name: '書き出す' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '台帳を書き出す' })).toBeVisible()
    await page.getByLabel(/^すべての列/u).check()
    const { name, bytes } = await download(page, 'Excelで書き出す')
    expect(name).toMatch(/^情報資産台帳_自治体機密性3C_令和\d+年\d+月\d+日基準_市民課\.xlsx$/u)

    const kept = await keptOf(portal, '市民課')
    const rows = await rowsOfXlsx(bytes)
    expect(rows.map((row) => cellOf(row, 'number'))).toEqual(kept.map(({ number }) => number))
    for (const [at, row] of rows.entries()) {
      const content = contentBack(row)
      expect({
        number: cellOf(row, 'number'),
        name: content.name,
        name_kana: content.nameKana,
        task: content.task,
        description: content.description,
        medium: content.medium,
        storage_location: content.storageLocation,
        user_scope: content.userScope,
        retention: content.retention,
        remarks: content.remarks,
        outsourced_to: content.outsourcedTo,
        cloud_service: content.cloudService,
        kind_code: content.kindCode,
        personal_data: content.personalData,
        take_out: content.takeOut,
        data_subjects: content.dataSubjects,
        registered_on: content.registeredOn,
        disposal_due_on: content.disposalDueOn,
        city_wide: content.cityWide,
        has_backup: content.hasBackup,
        zone: content.zone,
        confidentiality: cellOf(row, 'confidentiality') || null,
      }).toEqual(kept[at])
    }
  })

test('the workbook has a head that stays, filters, choices, and says what it is', async ({ openAs }) => {
  const page = await openAs('shimin-tanto')
  await page.goto('/assets/export?zone=myNumber&columns=all')
  const { bytes } = await download(page, 'Excelで書き出す')
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  expect(sheets.map(({ name }) => name)).toEqual(['台帳', '分類の説明', 'この台帳について', '選択肢'])
  const [ledger, levels, about] = sheets
  expect(ledger?.freezePane).toMatchObject({ rows: 1 })
  expect(ledger?.autoFilter?.range).toBe(`A1:BF${String(ledger?.rows.length)}`)
  expect(ledger?.dataValidations?.length).toBeGreaterThan(10)
  expect(levels?.rows.flat()).toContain('3B')
  const said = new Map(about?.rows.map(([label, text]) => [label, text]))
  expect(said.get('この台帳の分類')).toBe('自治体機密性3C')
  expect(said.get('絞り込みの条件')).toBe('ネットワーク区分：マイナンバー利用事務系')
  expect(said.get('件数')).toBe(String((ledger?.rows.length ?? 0) - 1))
})

test('CP932 is refused where characters are lacking, which and where is said, and there are two ways on', async ({
  openAs,
}) => {
  const page = await openAs('shimin-tanto')
  await keepDraft(page, '波〜線の名簿')
  await page.goto('/assets/export?q=波')
  await page.getByLabel(/^CP932（シフトJIS）/u).check()
  await page.getByRole('button', { name: 'CSVで書き出す' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'CP932' })
  await expect(notice).toContainText('CP932にない文字が1か所あるため、書き出していません')
  await expect(notice).toContainText('2行目　波〜線の名簿　名称　〜')
  await expect(notice).toContainText('U+301C')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  const [replaced] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下のとおりに置き換えて、CP932で書き出す' }).click(),
  ])
  const [row] = rowsOfCsv(await readFile(await replaced.path()), 'cp932')
  expect(row && cellOf(row, 'name')).toBe('波～線の名簿')
  const [whole] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'UTF-8で書き出す' }).click(),
  ])
  const [kept] = rowsOfCsv(await readFile(await whole.path()), 'utf8')
  expect(kept && cellOf(kept, 'name')).toBe('波〜線の名簿')
})

test('what is out of reach is in no file, and the trail says who took what out', async ({ openAs }) => {
  const clerk = await openAs('shiminzei-tanto')
  const file = await clerk.request.get('/assets/export/file?format=csv&columns=all&department=0610')
  expect(rowsOfCsv(await file.body(), 'utf8')).toEqual([])
  const auditor = await openAs('kansa')
  await auditor.goto('/audit-log')
  const entries = auditor.locator('#entries')
  await expect(entries).toContainText('台帳を書き出しました')
  await expect(entries).toContainText(/CSV、0件、58列、基準日.*条件：/u)
})

test('whoever reads no ledger gets no file', async ({ openAs }) => {
  const admin = await openAs('admin')
  for (const address of ['/assets/export', '/assets/export/file', '/assets/print']) {
    const answer = await admin.request.get(address)
    expect(answer.status()).toBe(403)
    expect(await answer.text()).not.toContain('資産番号')
  }
})

test('the print has level, day and author above its heads, on every sheet', async ({ openAs }) => {
  const page = await openAs('shimin-tanto')
  await page.goto('/assets/export?sort=name')
  await page.getByRole('button', { name: '印刷の画面を開く' }).click()
  const head = page.locator('.printed-ledger thead')
  await expect(head).toContainText('自治体機密性3C')
  await expect(head).toContainText('基準日')
  await expect(head.getByRole('columnheader', { name: '名称' })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.print-head')).toBeHidden()
  await expect(page.locator('.printed-facts')).toBeVisible()
})
