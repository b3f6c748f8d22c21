import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'

for (const javaScriptEnabled of [true, false])
  test(`the education officer makes what a school lacks, and its head approves it, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    openAs,
    portal,
  }) => {
    // Each run takes away something of its own, so that the school lacks it.
    const name = `標準の名簿${javaScriptEnabled ? '一' : '二'}`
    const officer = await openAs('kyoiku-kacho', { javaScriptEnabled })
    await officer.goto('/standard-ledger/new')
    await officer.getByLabel('情報資産の名称').fill(name)
    await officer.getByLabel(/^Ⅲ/u).check()
    await officer.getByRole('button', { name: '追加する' }).click()
    await officer.getByRole('link', { name: '学校との違いを見る' }).click()
    await expect(officer.getByRole('heading', { level: 1, name: '学校との違い' })).toBeVisible()
    const school = officer.getByRole('row').filter({ hasText: '市川市立真間小学校' })
    await school.getByRole('checkbox', { name: '市川市立真間小学校を選ぶ' }).check()
    await officer.getByRole('button', { name: '選んだ学校の台帳を作る' }).click()
    await expect(officer.getByText(/1校の台帳に\d+件を加え、校長の承認に提出しました/u)).toBeVisible()
    await officer.getByRole('link', { name: '市川市立真間小学校' }).click()
    await expect(officer.getByText('標準台帳の情報資産は、すべて学校にあります。')).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(officer)

    const { rows } = await portal.database.ownerPool.query<{ number: string; proposal: string }>(
      `select a.number::text, i.proposal_id::text as proposal from assets a
       join proposal_items i on i.asset_number = a.number where a.name = $1`,
      [name],
    )
    const head = await openAs('mama-kocho', { javaScriptEnabled })
    await head.goto(`/proposals/${rows[0]?.proposal ?? ''}`)
    await expect(head.getByText('標準台帳から作成')).toBeVisible()
    await head.getByRole('button', { name: /^承認して登録する/u }).click()
    await expect(head.getByText('承認しました。内容を台帳に反映しました').first()).toBeVisible()
    await head.goto(`/assets/${rows[0]?.number ?? ''}`)
    await expect(head.getByText('有効', { exact: true }).first()).toBeVisible()
    await expect(head.getByText('標準台帳の重要性分類による').first()).toBeVisible()

    // A change of the standard ledger touches no school by itself; the page says what differs from then on.
    await officer.goto('/standard-ledger')
    await officer.getByRole('link', { name: `${name}を変更する` }).click()
    await officer.getByLabel('保管場所').fill('職員室の書庫')
    await officer.getByLabel('保存期間').fill('3年')
    await officer.getByRole('button', { name: '変更を保存する' }).click()
    await expect(officer.getByText('標準台帳を保存しました')).toBeVisible()
    await officer.goto('/standard-ledger/schools/7002')
    const differing = officer.locator('#differing').getByRole('listitem').filter({ hasText: name })
    await expect(differing).toContainText(/保管場所.*職員室の書庫.*→/su)
    await expect(differing).toContainText(/保存期間.*3年.*→/su)
    if (javaScriptEnabled) await expectAccessible(officer)
    await expectNoSidewaysScroll(officer)
  })

test('a school sees where it differs, field by field, and takes its workbook out', async ({ openAs }) => {
  const page = await openAs('mama-tanto')
  await page.goto('/standard-ledger/schools')
  await page.getByRole('link', { name: '市川市立真間小学校' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: '市川市立真間小学校と標準台帳の違い' }),
  ).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: /^標準と違う情報資産\s*\d+件$/u })).toBeVisible()
  await expect(page.getByRole('button', { name: 'この学校の台帳に加える' })).toHaveCount(0)
  await expectNoSidewaysScroll(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'この学校のブックを書き出す' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(
    /^学校の情報資産台帳_自治体機密性3C_.+基準_市川市立真間小学校\.xlsx$/u,
  )
  const { sheets } = await readXlsx(await readFile(await file.path()))
  expect(sheets.map(({ name }) => name)).toEqual([
    '市川市立真間小学校',
    '分類の説明',
    'この台帳について',
    '選択肢',
  ])
  expect(sheets[0]?.rows.length).toBeGreaterThan(16)
})

test('another school’s page is not there, and whoever reads no school sees none', async ({ openAs }) => {
  const school = await openAs('mama-tanto')
  expect((await school.request.get('/standard-ledger/schools/7001')).status()).toBe(404)
  expect((await school.request.get('/standard-ledger/schools/workbook?school=7001')).status()).toBe(404)
  const clerk = await openAs('shimin-tanto')
  await clerk.goto('/standard-ledger/schools')
  await expect(clerk.getByText('閲覧できる学校がありません。')).toBeVisible()
  await expect(clerk.getByRole('link', { name: '学校ごとのブックを書き出す' })).toHaveCount(0)
})
