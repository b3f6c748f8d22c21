import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { samplePassword, signIn } from '../support/sign-in'
import { test } from '../support/test'

async function attempt(page: Page, loginId: string, password: string) {
  await page.goto('/sign-in')
  await page.locator('input[name="loginId"]').fill(loginId)
  await page.locator('input[name="password"]').fill(password)
  await page.getByRole('button', { name: 'サインインする' }).click()
  return page.getByRole('alert').filter({ hasText: 'サインインできませんでした' })
}

test('without JavaScript one picks a sample account, signs in, and lands on the page one asked for', async ({
  plainPage: page,
}) => {
  await page.goto('/sessions?from=test')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByRole('link', { name: 'giji-tanto' }).click()
  await expect(page.locator('input[name="loginId"]')).toHaveValue('giji-tanto')
  await page.locator('input[name="password"]').fill(samplePassword)
  await page.getByRole('button', { name: 'サインインする' }).click()
  await expect(page).toHaveURL(/\/sessions\?from=test$/)
})

test('an unknown login ID and a wrong password read the same, and the login ID stays typed', async ({
  page,
}) => {
  const known = await (await attempt(page, 'giji-kacho', 'wrong')).innerText()
  await expect(page.locator('input[name="loginId"]')).toHaveValue('giji-kacho')
  await expect(page.locator('input[name="password"]')).toHaveValue('')
  expect(await (await attempt(page, 'nobody-at-all', 'wrong')).innerText()).toBe(known)
})

test('after several failures the page says how many seconds to wait', async ({ page }) => {
  // The wait grows with each failure: however slow the machine, one of the next attempts comes before it is over.
  const says: string[] = []
  while (says.length < 12 && !says.at(-1)?.includes('待って'))
    says.push(await (await attempt(page, 'kyoiku-kacho', 'wrong')).innerText())
  expect(says.length).toBeGreaterThan(2)
  expect(says.at(-1)).toMatch(/\d+秒待って/u)
})

test('an empty form says at each field what is missing', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'サインインする' }).click()
  await expect(page.getByText('ログインIDを入力してください。')).toBeVisible()
  await expect(page.getByText('パスワードを入力してください。')).toBeVisible()
})

test('signing out ends the session itself: its cookie opens nothing any more', async ({ page, context }) => {
  await signIn(page, 'senkyo-tanto')
  const cookies = await context.cookies()
  await page.goto('/sessions')
  await page.locator('main').getByRole('button', { name: 'サインアウトする' }).click()
  await expect(page.getByText('サインアウトしました')).toBeVisible()
  await context.addCookies(cookies)
  await page.goto('/sessions')
  await expect(page).toHaveURL(/\/sign-in/)
})

// Of somebody whom no other story signs in: there is one other session.
test('a session elsewhere is listed and can be ended from here', async ({ page, openAs }) => {
  const elsewhere = await openAs('kyoikucho', { ownSession: true })
  await signIn(page, 'kyoikucho')
  await page.goto('/sessions')
  await page.getByRole('button', { name: /終わらせる$/ }).click()
  await expect(page.getByText('選んだ端末のサインインを終わらせました')).toBeVisible()
  await elsewhere.goto('/sessions')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
})

test('with a one-time password nothing opens before an own one is chosen', async ({ page, portal }) => {
  await portal.database.ownerPool.query(
    `update credentials set must_change = true, one_time_until = now() + interval '1 day'
     where person_id = (select id from people where login_id = 'mama-tanto')`,
  )
  await signIn(page, 'mama-tanto')
  await page.goto('/sessions')
  await expect(page.getByRole('heading', { name: '最初にパスワードを決めてください' })).toBeVisible()
  await page.getByLabel('仮のパスワード').fill(samplePassword)
  const chosen = page.getByLabel('新しいパスワード', { exact: false })
  for (const field of await chosen.all()) await field.fill('abcabcabcabc')
  await page.getByRole('button', { name: 'パスワードを変更する' }).click()
  await expect(page.locator('#form-errors')).toContainText('繰り返し')
  await page.getByLabel('仮のパスワード').fill(samplePassword)
  for (const field of await chosen.all()) await field.fill('あおいうみとしろいくもです')
  await page.getByRole('button', { name: 'パスワードを変更する' }).click()
  await expect(page.getByRole('heading', { name: 'サインイン中の端末' })).toBeVisible()
})
