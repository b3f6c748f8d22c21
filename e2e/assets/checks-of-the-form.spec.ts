import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { numberOf } from '../support/ledger'
import { test } from '../support/test'
import {
  answer,
  chooseKind,
  described,
  expectDone,
  fillOrdinaryCase,
  keepDraft,
  levelField,
  nameField,
  save,
} from './steps'

const summary = (page: Page) => page.locator('#form-errors')
const later = (page: Page) => page.getByRole('button', { name: '分類は後にして' })

for (const javaScriptEnabled of [true, false])
  test(`what is wrong is said in a summary that takes the focus and leads to each field, and what was typed stays, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    openAs,
  }) => {
    const clerk = await openAs('shimin-tanto', { javaScriptEnabled })
    await clerk.goto(`/assets/${await keepDraft(clerk, '誤りのある下書き')}/edit`)
    await clerk.getByText('そのほかの項目').click()
    await nameField(clerk).fill('')
    await clerk.getByLabel('業務').fill('住民異動の受付')
    await clerk.getByRole('radio', { name: '要配慮個人情報' }).check()
    await clerk.getByLabel('本人の数').fill('たくさん')
    await clerk.getByLabel('登録日').fill('令和8年2月30日')
    await later(clerk).click()

    await expect(summary(clerk)).toBeFocused()
    await expect(summary(clerk)).toContainText('確認が必要な項目が3件あります')
    await expect(summary(clerk)).toContainText('まだ保存されていません')
    await expect(summary(clerk).getByRole('link', { name: /^名称：名称を入力してください/u })).toBeVisible()
    await expect(clerk.getByRole('radio', { name: '要配慮個人情報' })).toBeChecked()
    for (const [field, typed] of Object.entries({
      業務: '住民異動の受付',
      本人の数: 'たくさん',
      登録日: '令和8年2月30日',
    }))
      await expect(clerk.getByLabel(field)).toHaveValue(typed)
    if (javaScriptEnabled) await expectAccessible(clerk)

    await summary(clerk)
      .getByRole('link', { name: /この日は暦にありません/u })
      .click()
    await expect(clerk.getByLabel('登録日')).toBeFocused()
    await expect(clerk.getByLabel('登録日')).toHaveAccessibleDescription(/この日は暦にありません/u)
    await clerk.getByLabel('登録日').fill('Ｒ８．２．２８')
    await clerk.getByLabel('本人の数').fill('４９０，０００')
    await nameField(clerk).fill('直した下書き')
    await later(clerk).click()
    await expectDone(clerk, '変更を保存しました')
    await expect(described(clerk, '登録日')).toContainText('令和8年2月28日')
    await expect(described(clerk, '本人の数')).toContainText('490,000')
    await expect(described(clerk, '個人情報')).toContainText('要配慮個人情報')
  })

test('overruling the proposal needs a reason, which then stands beside the judgement', async ({ openAs }) => {
  const clerk = await openAs('shimin-tanto')
  await chooseKind(clerk)
  await fillOrdinaryCase(clerk, '高い区分の仕組み')
  await clerk.getByText('提案と異なる区分を選ぶ', { exact: true }).click()
  await levelField(clerk, '機密性').selectOption('3A')
  await save(clerk)
  await expect(summary(clerk)).toContainText('提案と異なる区分を選ぶときは、その理由を入力してください')
  await expect(levelField(clerk, '機密性')).toHaveValue('3A')
  await expect(clerk.getByLabel('本人の数')).toHaveValue('490,000')
  await summary(clerk).getByRole('link').first().click()
  await expect(clerk.getByLabel('提案と異なる区分を選んだ理由')).toBeFocused()
  await clerk.getByLabel('提案と異なる区分を選んだ理由').fill('秘密文書の写しを含むため')
  await save(clerk)
  await expectDone(clerk, '下書きを保存しました')
  await expect(clerk.locator('#classifications')).toContainText('秘密文書の写しを含むため')
  await expect(clerk.locator('#classifications').getByRole('img', { name: '自治体機密性3A' })).toBeVisible()
})

test('an unanswered question is named, and the draft can be kept without its levels', async ({ openAs }) => {
  const clerk = await openAs('shimin-tanto')
  await chooseKind(clerk)
  await nameField(clerk).fill('答えの足りない仕組み')
  await save(clerk)
  await expect(summary(clerk)).toContainText('この質問に答えてください')
  await expectAccessible(clerk)
  await later(clerk).click()
  await expectDone(clerk, '下書きを保存しました')
  await expectDone(clerk, '分類が終わっていません')
})

test('the clerk judges a registered asset anew, with a reason; to 3A the CISO approves as well; both judgements stay dated', async ({
  openAs,
  portal,
}) => {
  const clerk = await openAs('shimin-tanto')
  const number = await numberOf(portal, '戸籍情報システム')
  await clerk.goto(`/assets/${number}`)
  const past = (page: Page) => page.locator('#classifications').getByRole('listitem')
  const before = await past(clerk).count()
  await clerk.getByRole('link', { name: '分類を見直す' }).click()
  await expectAccessible(clerk)
  await clerk.getByRole('button', { name: '分類の見直しを提出する' }).click()
  await expect(summary(clerk)).toContainText('見直しの理由を入力してください')
  await answer(clerk, '秘密文書に相当しますか', 'はい')
  await answer(clerk, '書き換えられたり', 'はい')
  await answer(clerk, '失われたり', 'はい')
  for (const axis of ['機密性', '完全性', '可用性']) await levelField(clerk, axis).selectOption('')
  await clerk.getByLabel('見直しの理由').fill('非公開の附票を含むと確かめたため')
  await clerk.getByRole('button', { name: '分類の見直しを提出する' }).click()
  await expectDone(clerk, '提出しました')
  await expect(past(clerk), 'until it is approved the ledger stays').toHaveCount(before)
  await expect(clerk.locator('#proposal')).toContainText(/自治体機密性3B.*自治体機密性3A/su)

  for (const [login, said] of [
    ['shimin-kacho', '次の段階の承認を待っています'],
    ['ciso', '内容を台帳に反映しました'],
  ] as const) {
    const approver = await openAs(login)
    await approver.goto(`/assets/${number}`)
    await approver.getByRole('button', { name: '承認する' }).click()
    await expectDone(approver, said)
  }
  await clerk.goto(`/assets/${number}`)
  await expect(past(clerk)).toHaveCount(before + 1)
  await expect(past(clerk).first()).toContainText('非公開の附票を含むと確かめたため')
  await expect(past(clerk).first()).toContainText('市民課 担当さんが判断')
  await expect(past(clerk).first().getByRole('img', { name: '自治体機密性3A' })).toBeVisible()
  await expect(past(clerk).nth(1).getByRole('img', { name: '自治体機密性3B' })).toBeVisible()
})

test('a draft that bears the name of another asset of its department says so, with the way there', async ({
  openAs,
}) => {
  const clerk = await openAs('shimin-tanto')
  const first = await keepDraft(clerk, '名称の重なる台帳')
  const notice = clerk.getByText('同じ課に、同じ名称の情報資産があります')
  await expect(notice).toHaveCount(0)
  await keepDraft(clerk, '名称の重なる台帳')
  await expect(notice).toBeVisible()
  await expectAccessible(clerk)
  await clerk.getByRole('link', { name: `資産番号 ${first}` }).click()
  await expect(clerk).toHaveURL(new RegExp(`/assets/${first}$`, 'u'))
})
