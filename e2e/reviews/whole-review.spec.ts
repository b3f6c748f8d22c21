import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { departmentOf, registerPlain } from '../support/review-city'
import { test } from '../support/test'
import { openReview } from './steps'

async function certify(head: Page, id: string, department: string) {
  await head.goto(`/reviews/${id}/certify?department=${department}`)
  await head.getByRole('button', { name: '証明する' }).click()
  await expect(head.getByText('証明しました').first()).toBeVisible()
}

test('a whole review: made, opened, answered, certified, returned, certified again, signed off, closed, reported, reopened', async ({
  openAs,
  portal,
}) => {
  test.setTimeout(240_000)
  await registerPlain(portal, '4020', ['giji-tanto', 'giji-kacho'], 3)
  const department = await departmentOf(portal, '4020')
  const secretariat = await openAs('jimukyoku')
  const id = await openReview(secretariat, { title: '通しの見直し', bureau: '議会事務局', zone: '対象外' })
  await expectAccessible(secretariat)

  const clerk = await openAs('giji-tanto')
  await clerk.goto(`/reviews/${id}/sheet`)
  await clerk.getByRole('button', { name: /をすべて変更なしと回答する$/u }).click()
  await expect(clerk.getByText('残りをすべて「変更なし」と回答しました')).toBeVisible()
  const head = await openAs('giji-kacho')
  await certify(head, id, department)

  await secretariat.goto(`/reviews/${id}/return?department=${department}`)
  await secretariat.getByLabel('差し戻す理由').fill('紙の簿冊をもう一度確かめてください')
  await secretariat.getByRole('button', { name: '差し戻す' }).click()
  await expect(secretariat.getByText('課に差し戻しました')).toBeVisible()
  await clerk.goto('/inbox')
  await expect(clerk.locator('main li').filter({ hasText: '通しの見直し' })).toContainText(
    '紙の簿冊をもう一度',
  )
  await certify(head, id, department)

  const officer = await openAs('soukatsu')
  await officer.goto('/inbox')
  await officer
    .locator('main ol > li')
    .filter({ hasText: '通しの見直し' })
    .getByRole('link', { name: /^内容を確かめる/u })
    .click()
  await officer.getByRole('button', { name: '確認した' }).click()
  await expect(officer.getByText('部局の見直しを確認しました')).toBeVisible()

  await secretariat.goto(`/reviews/${id}`)
  await secretariat.getByRole('link', { name: '締め切る' }).click()
  await secretariat.getByRole('button', { name: '締め切る' }).click()
  await expect(secretariat.getByRole('heading', { level: 1, name: '通しの見直し　完了報告' })).toBeVisible()
  await expect(secretariat.locator('#late')).toContainText('すべての課が期限までに証明しました')
  await expect(secretariat.locator('#statements')).toContainText('議事課 課長さん')
  await expectNoSidewaysScroll(secretariat)
  await expectAccessible(secretariat)

  await secretariat.goto(`/reviews/${id}/reopen?department=${department}`)
  await secretariat.getByLabel('再び開く理由').fill('転記の誤りが見つかったため')
  await secretariat.getByRole('button', { name: '再び開く' }).click()
  await expect(secretariat.getByText('課の回答を再び受け付けます')).toBeVisible()
  await secretariat.goto(`/reviews/${id}/report`)
  await expect(secretariat.locator('#reopened')).toContainText('転記の誤りが見つかったため')
  await clerk.goto(`/reviews/${id}/sheet`)
  await expect(clerk.getByText('この課の回答を再び受け付けています')).toBeVisible()
})
