import { expect } from '@playwright/test'
import { addJob } from '../support/mail-city'
import { startMailServer, type MailServer } from '../support/mail-server'
import { reviewOf } from '../support/review-city'
import { test } from '../support/test'

let server: MailServer
/** What the server says no with; null: it takes everything. */
let refusal: string | null = null
test.beforeAll(async () => {
  server = await startMailServer({
    at: (stage) => {
      if (refusal !== null && stage === 'recipient')
        throw Object.assign(new Error(refusal), { responseCode: 550 })
    },
  })
})
test.afterAll(() => server.stop())

test('the portal administrator sets up mail, tries it on themselves, and tries again what failed', async ({
  openAs,
  portal,
}) => {
  test.setTimeout(180_000)
  const admin = await openAs('admin')
  await admin.goto('/mail')
  await expect(admin.getByText('メールは使っていません')).toBeVisible()
  await admin.getByLabel('お知らせをメールでも送る').check()
  await admin.getByRole('button', { name: '設定を保存する' }).click()
  await expect(admin.locator('#form-errors')).toContainText('送信サーバーを入力してください')
  await admin.getByLabel('送信サーバー', { exact: true }).fill('127.0.0.1')
  await admin.getByLabel('ポート番号').fill(String(server.port))
  await admin.getByLabel('差出人のメールアドレス').fill('daicho@city.example.invalid')
  await admin.getByRole('button', { name: '設定を保存する' }).click()
  await expect(admin.getByText('メールの設定を保存しました')).toBeVisible()

  refusal = 'no such mailbox here'
  await admin.getByRole('button', { name: '自分に試しに送る' }).click()
  await expect(admin.getByText('送信サーバーに断られました')).toContainText('no such mailbox here')
  expect(server.received).toEqual([])
  refusal = null
  await admin.getByRole('button', { name: '自分に試しに送る' }).click()
  await expect(admin.getByText('送信サーバーに渡しました')).toBeVisible()
  expect(server.received.map(({ to, subject }) => [to, subject])).toEqual([
    ['admin@example.invalid', '【情報資産台帳】送信の確認'],
  ])

  await portal.database.ownerPool.query(
    `insert into digests (person_id, day, address, subject, body, message_id)
     select id, app_today(), mail, '【情報資産台帳】期限が近づいています', '市民課の回答', '<digest-story@x>' from people where login_id = 'shimin-tanto'`,
  )
  refusal = 'mailbox unavailable'
  await addJob(portal.database.ownerPool, 'sendMail')
  await expect(async () => {
    await admin.goto('/mail')
    await expect(admin.getByRole('row', { name: /市民課 担当/u })).toContainText('再送待ち', {
      timeout: 2_000,
    })
  }).toPass()
  await expect(admin.getByRole('row', { name: /市民課 担当/u })).toContainText('mailbox unavailable')
  refusal = null
  await admin.getByRole('button', { name: /やり直す.*市民課 担当/u }).click()
  await expect(admin.getByText('もう一度送るようにしました')).toBeVisible()
  await addJob(portal.database.ownerPool, 'sendMail')
  await expect(async () => {
    await admin.goto('/mail')
    await expect(admin.getByRole('row', { name: /市民課 担当/u })).toContainText('送信済み', {
      timeout: 2_000,
    })
  }).toPass()
  expect(server.received.filter(({ messageId }) => messageId === '<digest-story@x>')).toHaveLength(1)
})

test('the secretariat reminds at once; the clerk is told in the portal, reads it, and the progress shows the day', async ({
  openAs,
  portal,
}) => {
  test.setTimeout(180_000)
  const { review, bureau } = await reviewOf(portal)
  const office = await openAs('jimukyoku')
  await office.goto(`/reviews/${review}`)
  await office.getByRole('link', { name: 'お知らせの記録' }).click()
  await expect(office.getByText('まだ誰にも知らせていません')).toBeVisible()
  await office.getByRole('button', { name: '今すぐ知らせる' }).click()
  await expect(office.getByText('知らせました。')).toBeVisible()
  await expect(office.getByRole('row', { name: /市民課 担当/u })).toContainText('まだ')
  await office.getByRole('button', { name: '今すぐ知らせる' }).click()
  await expect(office.getByText('新しく知らせる人はいません')).toBeVisible()

  const clerk = await openAs('shimin-tanto')
  await clerk.goto('/')
  await clerk.getByRole('link', { name: /未読のお知らせが1件あります/u }).click()
  await clerk.getByRole('button', { name: /読んだことにする/u }).click()
  await expect(clerk.getByText('未読のお知らせはありません')).toBeVisible()
  await clerk.getByRole('link', { name: /（市民課）の回答をお願いします/u }).click()
  await expect(clerk.getByRole('heading', { level: 1 })).toBeVisible()
  expect(clerk.url()).toContain(`/reviews/${review}/sheet`)

  await office.goto(`/reviews/${review}/reminders`)
  await expect(office.getByRole('row', { name: /市民課 担当/u })).toContainText('読んだ')
  await office.goto(`/reviews/${review}?bureau=${bureau}`)
  await expect(office.getByRole('row', { name: /市民課/u }).first()).toContainText(/R\d+\.\d+\.\d+/u)
})

test('notices are read without JavaScript too', async ({ openAs, portal }) => {
  await portal.database.ownerPool.query(
    `insert into notices (person_id, key, kind, facts, day)
     select id, 'grant/0/' || n, 'grantEnding', '{"role": "assetClerk", "department": "議事課", "until": "2099-03-31"}', app_today()
     from people, generate_series(1, 2) n where login_id = 'giji-tanto'`,
  )
  const page = await openAs('giji-tanto', { javaScriptEnabled: false, ownSession: true })
  await page.goto('/notices')
  await page.getByRole('button', { name: 'すべて読んだことにする' }).click()
  await expect(page.getByText('未読のお知らせはありません')).toBeVisible()
  await expect(page.getByRole('heading', { name: '読んだお知らせ' })).toBeVisible()
})
