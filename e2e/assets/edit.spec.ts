import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { numberOf } from '../support/ledger'
import { test } from '../support/test'
import { described, expectDone, keepDraft, nameField } from './steps'

const later = (page: Page) => page.getByRole('button', { name: '分類は後にして' })
const keep = (page: Page) => page.getByRole('button', { name: '変更を保存する', exact: true })

test('a clerk edits a draft; the record says in words who changed what from what to what', async ({
  openAs,
}) => {
  const clerk = await openAs('shimin-tanto')
  const number = await keepDraft(clerk, '窓口の案内図')
  await clerk.getByRole('link', { name: '編集する' }).click()
  await clerk.getByLabel('保管場所').fill('３階の書庫')
  await later(clerk).click()
  await expectDone(clerk, '変更を保存しました')
  await clerk.goto(`/assets/${number}/edit`)
  await clerk.getByLabel('保管場所').fill('髙根倉庫①')
  await later(clerk).click()
  await expectDone(clerk, '変更を保存しました')
  await expect(described(clerk, '保管場所')).toHaveText('髙根倉庫①')
  const entry = clerk.locator('#trail').getByRole('listitem').first()
  await expect(entry).toContainText('市民課 担当')
  await expect(entry).toContainText('情報資産の内容を変更しました')
  await expect(entry.locator('del')).toHaveText(['３階の書庫'])
  await expect(entry.locator('ins')).toHaveText(['髙根倉庫①'])
})

for (const javaScriptEnabled of [true, false])
  test(`two people edit one draft, JavaScript ${javaScriptEnabled ? 'on' : 'off'}: the second is told, sees both values, loses nothing, and can save again`, async ({
    openAs,
  }) => {
    const manager = await openAs('shimin-kacho', { javaScriptEnabled })
    const clerk = await openAs('shimin-tanto', { javaScriptEnabled })
    const address = `/assets/${await keepDraft(clerk, `申請書の控え${javaScriptEnabled ? '' : '（二）'}`)}/edit`
    await clerk.goto(address)
    await manager.goto(address)
    await manager.getByLabel('業務').fill('届出の受付')
    await manager.getByLabel('保管場所').fill('別館の書庫')
    await later(manager).click()
    await expectDone(manager, '変更を保存しました')

    await clerk.getByLabel('業務').fill('証明書の交付')
    await clerk.getByLabel('利用者の範囲').fill('窓口の職員')
    await later(clerk).click()
    const told = clerk.locator('#form-errors')
    await expect(told).toContainText('入力している間に、ほかの人がこの内容を変更しました')
    await expect(told).toBeFocused()
    await expect(told.getByRole('row', { name: '業務' })).toContainText(/届出の受付.*証明書の交付/su)
    await expect(told.getByRole('row', { name: '保管場所' })).toContainText('別館の書庫')
    await expect(clerk.getByLabel('業務')).toHaveValue('証明書の交付')
    await expect(clerk.getByLabel('利用者の範囲')).toHaveValue('窓口の職員')
    await expect(clerk.getByLabel('保管場所'), 'only the other changed it').toHaveValue('別館の書庫')
    await expectNoSidewaysScroll(clerk)
    if (javaScriptEnabled) await expectAccessible(clerk)

    await later(clerk).click()
    await expectDone(clerk, '変更を保存しました')
    await expect(described(clerk, '業務')).toHaveText('証明書の交付')
    await expect(described(clerk, '保管場所')).toHaveText('別館の書庫')
    await expect(described(clerk, '利用者の範囲')).toHaveText('窓口の職員')
  })

test('one person in two tabs is told as well', async ({ openAs }) => {
  const first = await openAs('shimin-tanto')
  const address = `/assets/${await keepDraft(first, '二つのタブ')}/edit`
  const second = await first.context().newPage()
  await first.goto(address)
  await second.goto(address)
  await second.getByLabel('業務').fill('先に保存')
  await later(second).click()
  await expectDone(second, '変更を保存しました')
  await first.getByLabel('業務').fill('後から保存')
  await later(first).click()
  await expect(first.locator('#form-errors')).toContainText('先に保存')
  await expect(first.getByLabel('業務')).toHaveValue('後から保存')
})

test('of a registered asset the form of the description changes neither the levels nor the zone', async ({
  openAs,
  portal,
}) => {
  const number = await numberOf(portal, '印鑑登録原票データ')
  const clerk = await openAs('shimin-tanto')
  await clerk.goto(`/assets/${number}`)
  await clerk.getByRole('link', { name: '編集する' }).click()
  await expect(clerk.getByText('「分類を見直す」から変更を提出します')).toBeVisible()
  await expect(clerk.locator('[name^="level-"], [name^="answer-"], [name="zone"]')).toHaveCount(0)
  await clerk.getByLabel('利用者の範囲').fill('市民課の窓口職員')

  await forge(clerk, { zone: 'internet' })
  await keep(clerk).click()
  await expect(clerk.locator('#form-errors')).toContainText(
    '「分類を見直す」から変更を提出します。保存はしていません',
  )
  await expect(clerk.getByLabel('利用者の範囲')).toHaveValue('市民課の窓口職員')
  await clerk.locator('input[name="zone"]').evaluate((field) => {
    field.remove()
  })
  await keep(clerk).click()
  await expectDone(clerk, '変更を保存しました')
  await expect(described(clerk, '利用者の範囲')).toHaveText('市民課の窓口職員')
  await expect(described(clerk, 'ネットワーク区分')).toContainText('マイナンバー利用事務系')
})

/** Adds fields that the page did not offer, as somebody with the browser's own tools would. */
async function forge(page: Page, fields: Record<string, string>) {
  await page.locator('form:has(#field-userScope)').evaluate((form, given) => {
    for (const [name, value] of Object.entries(given)) {
      const field = document.createElement('input')
      Object.assign(field, { type: 'hidden', name, value })
      form.append(field)
    }
  }, fields)
}

test('a name of 200 characters without a break stays within every page that shows it', async ({ openAs }) => {
  const clerk = await openAs('shimin-tanto')
  const name = '髙①長い名称'.repeat(34).slice(0, 200)
  const number = await keepDraft(clerk, name)
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText(name)
  for (const address of [`/assets/${number}`, `/assets/${number}/edit`, `/assets?q=${number}`, '/']) {
    await clerk.goto(address)
    await expectNoSidewaysScroll(clerk)
  }
  await clerk.goto(`/assets/${number}/edit`)
  await nameField(clerk).fill(`${name}長`)
  await later(clerk).click()
  await expect(clerk.locator('#form-errors')).toContainText('200文字以内で入力してください')
  await expect(nameField(clerk)).toHaveValue(`${name}長`)
})
