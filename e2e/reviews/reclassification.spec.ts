import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { underEarlierLevels } from '../support/earlier-levels'
import type { Portal } from '../support/portal'
import { departmentOf, registerPlain } from '../support/review-city'
import { test } from '../support/test'
import { reviewIn } from './steps'

/** A mapping that a review uses can't be changed any more: other specs change it. */
test.use({ apart: 'reclassification' })

const pair = '自治体の分類体系（旧） → 自治体の分類体系（2024年）'
const rowOf = (page: Page, name: string): Locator => page.locator('tr[data-row]').filter({ hasText: name })

/** Assets of 市民税課 under the levels before 2024: some that follow from the mapping, one with personal data. */
async function earlierLedger(portal: Portal, name: string, count: number): Promise<void> {
  const people = ['shiminzei-tanto', 'shiminzei-kacho'] as const
  await underEarlierLevels(portal.database.ownerPool, async () => {
    await registerPlain(portal, '0550', people, count, { name: `${name}資料` })
    await registerPlain(portal, '0550', people, 1, { name: `${name}名簿`, personalData: 'personal' })
  })
}

/** The secretariat makes a review of the new version and opens it. Answers its key. */
async function openReclassification(page: Page, title: string): Promise<string> {
  await page.goto('/reviews/new')
  await page.getByLabel('件名').fill(title)
  await page.getByLabel('開始日').fill('令和99年4月1日')
  await page.getByLabel('回答と証明の期限').fill('令和99年4月30日')
  await page.getByLabel('新しい分類基準への見直し').check()
  await page.getByLabel('分類基準の版').selectOption({ label: pair })
  await page.getByRole('button', { name: '件数を確かめる' }).click()
  await expect(
    page.getByText(/今の対象は、1課の\d+件です。対応表のとおりに決まるもの/u).first(),
  ).toBeVisible()
  await page.getByRole('button', { name: 'この内容で作る' }).click()
  await expect(page.getByText('見直しを作りました')).toBeVisible()
  await expect(page.locator('#scope')).toContainText(`新しい分類基準への見直し：${pair}`)
  await page.getByRole('button', { name: '今すぐ始める' }).click()
  await expect(page.getByText('見直しを始めました')).toBeVisible()
  return reviewIn(page.url())
}

async function approve(page: Page, title: RegExp): Promise<void> {
  await page.goto('/inbox')
  await page
    .locator('main ol > li')
    .filter({ hasText: title })
    .first()
    .getByRole('button', { name: /^承認する/u })
    .click()
  await expect(page.getByText(/承認しました|次の段階の承認を待っています/u).first()).toBeVisible()
}

test('a city moves to new levels: the mapping, the review, what follows in one press, one judged anew, approved, counted', async ({
  openAs,
  portal,
}) => {
  test.setTimeout(300_000)
  const secretariat = await openAs('jimukyoku')
  await secretariat.goto('/schemes?version=municipal-2024')
  const section = secretariat.locator('#mapping-municipal-earlier')
  await expect(section.getByRole('row').filter({ hasText: '自治体機密性2' }).first()).toContainText(
    '判断し直す',
  )
  await expectAccessible(secretariat)
  await section.getByRole('link', { name: '対応表を直す' }).click()
  await expect(secretariat.getByLabel('機密性3で、個人情報がないもの')).toHaveValue('judge')
  await secretariat.getByRole('button', { name: '対応表を保存する' }).click()
  await expect(secretariat.getByText('対応表を保存しました')).toBeVisible()

  await earlierLedger(portal, '旧基準の', 3)
  const id = await openReclassification(secretariat, '令和6年の基準への見直し')
  await secretariat.goto('/schemes?version=municipal-2024')
  await expect(section).toContainText('見直しが始まっているため')

  const clerk = await openAs('shiminzei-tanto')
  await clerk.goto(`/reviews/${id}/sheet`)
  await expect(clerk.getByRole('button', { name: /変更なしと回答する/u })).toHaveCount(0)
  await expect(clerk.getByRole('checkbox', { name: /は変更なし$/u })).toHaveCount(0)
  await expect(rowOf(clerk, '旧基準の名簿1')).toContainText('判断し直す')
  await expectAccessible(clerk)
  await expectNoSidewaysScroll(clerk)
  await rowOf(clerk, '旧基準の資料1').getByRole('button', { name: '対応表のとおりでよい' }).click()
  await expect(clerk.getByText('対応表のとおりの分類を提出しました')).toBeVisible()
  await clerk.getByRole('button', { name: '残り2件を対応表のとおりに提出する' }).click()
  await expect(clerk.getByText('対応表のとおりの分類を提出しました')).toBeVisible()

  await rowOf(clerk, '旧基準の名簿1').getByRole('link', { name: '新しい基準で分類する' }).click()
  await expect(clerk.getByText('前の版「自治体の分類体系（旧）」の自治体機密性2')).toBeVisible()
  await clerk.getByLabel('機密性', { exact: true }).selectOption('3B')
  await clerk.getByLabel('完全性', { exact: true }).selectOption('1')
  await clerk.getByLabel('可用性', { exact: true }).selectOption('1')
  await clerk.getByLabel('見直しの理由').fill('住民の氏名と税額を含むため')
  await clerk.getByRole('button', { name: '分類の見直しを提出する' }).click()
  await expect(clerk.getByText('すべて回答済みです').first()).toBeVisible()

  await secretariat.goto(`/reviews/${id}`)
  await expect(secretariat.locator('#scheme-changes')).toContainText(
    '新しい版になった情報資産は、まだありません',
  )
  const head = await openAs('shiminzei-kacho')
  for (const title of [/旧基準の資料1（対応表による分類）/u, /対応表による分類（2件）/u, /旧基準の名簿1/u])
    await approve(head, title)
  const officer = await openAs('zaisei-bucho')
  await officer.goto('/inbox')
  await expect(officer.locator('main')).toContainText('分類基準の対応表')
  for (const title of [/旧基準の資料1（対応表による分類）/u, /対応表による分類（2件）/u, /旧基準の名簿1/u])
    await approve(officer, title)

  const asset = rowOf(clerk, '旧基準の名簿1').getByRole('link', { name: '旧基準の名簿1', exact: true })
  await clerk.goto(`/reviews/${id}/sheet?department=${await departmentOf(portal, '0550')}&show=all`)
  await asset.click()
  await clerk.getByRole('link', { name: '台帳で今の内容を見る' }).click()
  const history = clerk.locator('#classifications')
  await expect(history).toContainText('自治体の分類体系（旧）')
  await expect(history).toContainText('旧：自治体機密性2・完全性1・可用性1（自治体の分類体系（旧））')

  await secretariat.goto(`/reviews/${id}`)
  const changes = secretariat.locator('#scheme-changes')
  await expect(changes.getByRole('row').filter({ hasText: '自治体機密性3B' })).toContainText('自治体機密性2')
  await expect(changes.getByRole('row').filter({ hasText: '前の版のままのもの' })).toContainText('0')
  await expectNoSidewaysScroll(secretariat)
  await expectAccessible(secretariat)

  await head.goto('/inbox')
  await head
    .locator('main ol > li')
    .filter({ hasText: '令和6年の基準への見直し' })
    .getByRole('link', { name: /^内容を確かめる/u })
    .click()
  await expect(head.locator('#exceptions')).toContainText('旧基準の名簿1')
  await expectNoSidewaysScroll(head)
  await expectAccessible(head)
  await head.getByRole('button', { name: '証明する' }).click()
  await expect(head.getByText('証明しました').first()).toBeVisible()
  await officer.goto(`/reviews/${id}`)
  await officer.getByRole('link', { name: '部局を確認する' }).click()
  await officer.getByRole('button', { name: '確認した' }).click()
  await expect(officer.getByText('部局の見直しを確認しました')).toBeVisible()

  await secretariat.goto(`/reviews/${id}/close`)
  await expect(secretariat.getByText('すべての課が証明済みです')).toBeVisible()
  await secretariat.getByRole('button', { name: '締め切る' }).click()
  await expect(secretariat.locator('#statements')).toContainText('市民税課 課長')
  await expect(changes.getByRole('row').filter({ hasText: '新しい版になったもの' })).toContainText('4')
  await expectAccessible(secretariat)
})

test('the same without JavaScript: the review is made and opened, one row and the rest are taken over', async ({
  openAs,
  portal,
}) => {
  test.setTimeout(180_000)
  await earlierLedger(portal, '無効の', 2)
  const secretariat = await openAs('jimukyoku', { javaScriptEnabled: false })
  const id = await openReclassification(secretariat, 'スクリプトのない見直し')
  const clerk = await openAs('shiminzei-tanto', { javaScriptEnabled: false })
  await clerk.goto(`/reviews/${id}/sheet`)
  await rowOf(clerk, '無効の資料1').getByRole('button', { name: '対応表のとおりでよい' }).click()
  await expect(clerk.getByText('対応表のとおりの分類を提出しました')).toBeVisible()
  await expect(rowOf(clerk, '無効の資料1')).toHaveCount(0)
  await clerk.getByRole('button', { name: '残り1件を対応表のとおりに提出する' }).click()
  await expect(clerk.getByText('対応表のとおりの分類を提出しました')).toBeVisible()
  await expect(rowOf(clerk, '無効の名簿1')).toContainText('判断し直す')
})
