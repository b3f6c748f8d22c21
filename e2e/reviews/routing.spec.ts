import { expect } from '@playwright/test'
import { registerPlain } from '../support/review-city'
import { test } from '../support/test'
import { openReview } from './steps'

test('without JavaScript: nobody knows whose it is, the secretariat finds it in its inbox and names the department', async ({
  openAs,
  portal,
}) => {
  await registerPlain(portal, '4020', ['giji-tanto', 'giji-kacho'], 1)
  const plain = { javaScriptEnabled: false }
  const secretary = await openAs('jimukyoku', plain)
  const title = '所管の分からない見直し'
  const id = await openReview(secretary, { title, bureau: '議会事務局' })
  const clerk = await openAs('giji-tanto', plain)
  await clerk.goto(`/reviews/${id}/sheet`)
  const row = clerk.locator('tr[data-row]').filter({ hasText: '見直し対象の簿冊' }).first()
  const number = (await row.getAttribute('data-row')) ?? ''
  await row.getByRole('link', { name: '自分の課ではない' }).click()
  await clerk.getByRole('link', { name: '事務局に任せる' }).click()
  await clerk.getByLabel('事務局への説明').fill('引き継いだ覚えがない')
  await clerk.getByRole('button', { name: '分からないので事務局に任せる' }).click()
  await expect(clerk.getByText('事務局が所管の課を決めるまで')).toBeVisible()

  await secretary.goto('/inbox')
  const entry = secretary.getByRole('listitem').filter({ hasText: title })
  await entry.getByRole('link', { name: '所管を決める' }).click()
  await expect(secretary.getByText('引き継いだ覚えがない')).toBeVisible()
  await secretary.locator(`#field-department-${number}`).selectOption({ label: '市民部　市民課' })
  await secretary.getByRole('button', { name: '課を決める' }).click()
  await expect(secretary.getByText('回答した人の名で移管を提出しました')).toBeVisible()
  await clerk.goto(`/reviews/${id}/sheet/${number}`)
  await expect(clerk.getByText('承認待ち').first()).toBeVisible()
})
