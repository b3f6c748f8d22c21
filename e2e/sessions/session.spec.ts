import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { described, expectDone, keepDraft } from '../assets/steps'
import { personOf } from '../support/ledger'
import { samplePassword, signIn } from '../support/sign-in'
import { test } from '../support/test'

const later = (page: Page) => page.getByRole('button', { name: '分類は後にして' })

test('a form sent after the session was ended elsewhere keeps what was typed and says so', async ({
  openAs,
}) => {
  const login = 'mama-kocho'
  const here = await openAs(login, { ownSession: true })
  const number = await keepDraft(here, '学級の連絡帳')
  await here.goto(`/assets/${number}/edit`)
  await here.getByLabel('業務').fill('学級経営')
  await endOtherSessions(await openAs(login, { ownSession: true }))

  await later(here).click()
  await expect(here.locator('#form-errors')).toContainText('サインインの有効時間が過ぎた')
  await expect(here.getByLabel('業務')).toHaveValue('学級経営')

  const tab = await here.context().newPage()
  await signIn(tab, login)
  await later(here).click()
  await expectDone(here, '変更を保存しました')
  await expect(described(here, '業務')).toHaveText('学級経営')
})

async function endOtherSessions(page: Page) {
  await page.goto('/sessions')
  const end = page.getByRole('button', { name: /終わらせる$/u })
  for (let left = await end.count(); left > 0; left -= 1) {
    await end.first().click()
    await expect(end).toHaveCount(left - 1)
  }
}

test('what another site sends is refused before anything is read', async ({ openAs, portal }) => {
  const page = await openAs('senkyo-tanto')
  await page.goto('/sessions')
  const events = async () => {
    const { rows } = await portal.database.ownerPool.query<{ count: string }>(
      'select count(*) from audit_events',
    )
    return rows[0]?.count
  }
  const before = await events()
  for (const origin of ['https://evil.example', 'null', portal.url.replace('127.0.0.1', 'localhost')]) {
    const answer = await page.request.post('/sessions', { headers: { origin }, form: { anything: '1' } })
    expect(answer.status(), origin).toBe(403)
    expect(await answer.text()).toContain('受け付けられない送信です')
  }
  expect(await events()).toBe(before)
})

test('after signing out the back button shows nothing private', async ({ page }) => {
  await signIn(page, 'giji-tanto')
  const answer = await page.goto('/assets')
  expect(answer?.headers()['cache-control']).toContain('no-store')
  await expect(page.locator('main')).toContainText('会議録検索システム')
  await page.locator('header summary').last().click()
  await page.getByRole('button', { name: 'サインアウト', exact: true }).click()
  await expect(page.getByText('サインアウトしました')).toBeVisible()
  for (let back = 0; back < 2; back += 1) {
    await page.goBack()
    await expect(page.locator('body')).not.toContainText('会議録検索システム')
  }
  await expect(page).toHaveURL(/\/sign-in/u)
})

test('an ended account is signed out of every page and cannot come back', async ({ openAs, portal }) => {
  const page = await openAs('shobo-kyokucho', { ownSession: true })
  await page.goto('/assets')
  const administrator = await openAs('admin')
  await administrator.goto(`/people/${await personOf(portal, 'shobo-kyokucho')}`)
  const account = administrator.locator('#account')
  const end = account.getByRole('button', { name: /終わらせる$/u })
  for (let left = await end.count(); left > 0; left -= 1) {
    await end.first().click()
    await expect(end).toHaveCount(left - 1)
  }
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in/u)
  await signIn(page, 'shobo-kyokucho', samplePassword)
})
