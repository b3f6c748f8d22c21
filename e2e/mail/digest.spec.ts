import { expect } from '@playwright/test'
import { addJob, mailTo } from '../support/mail-city'
import { startMailServer, type MailServer } from '../support/mail-server'
import { test } from '../support/test'

// Its own portal, since its clock moves.
test.use({ apart: 'digest' })

let server: MailServer
test.beforeAll(async () => {
  server = await startMailServer()
})
test.afterAll(() => server.stop())

test('the morning after a review has begun, its heads have one mail each and find the same in the portal', async ({
  openAs,
  portal,
}) => {
  test.setTimeout(240_000)
  const { ownerPool } = portal.database
  await mailTo(ownerPool, server.port)
  const { rows } = await ownerPool.query<{ next: string; due: string }>(
    'select add_business_days(app_today(), 1)::text as next, add_business_days(app_today(), 20)::text as due',
  )
  const next = rows[0]?.next ?? ''
  const due = rows[0]?.due ?? ''

  const office = await openAs('jimukyoku')
  await office.goto('/reviews/new')
  await office.getByLabel('件名').fill('朝の見直し')
  await office.getByLabel('開始日').fill(next)
  await office.getByLabel('回答と証明の期限').fill(due)
  await office.getByRole('radio', { name: '課室長だけ' }).check()
  await office.getByLabel('期限の何日前に知らせるか').fill('２１日前、３')
  await office.locator('summary', { hasText: /^部局$/u }).click()
  await office.getByRole('checkbox', { name: '市民部', exact: true }).check()
  await office.getByRole('button', { name: 'この内容で作る' }).click()
  await expect(office.getByText('見直しを作りました')).toBeVisible()
  await office.getByRole('button', { name: '今すぐ始める' }).click()
  await expect(office.getByText('見直しを始めました')).toBeVisible()

  await portal.restart(`${next}T07:00:00+09:00`)
  const arrived = async () => {
    await addJob(ownerPool, 'sendMail')
    return server.received.filter(({ to }) => to === 'shimin-kacho@example.invalid').length
  }
  await expect.poll(arrived, { timeout: 60_000, intervals: [1_000] }).toBe(1)
  const mail = server.received.find(({ to }) => to === 'shimin-kacho@example.invalid')
  expect(mail?.body).toContain('定期見直し「朝の見直し」が始まりました（市民課）')
  expect(mail?.body).toContain('/notices')

  const head = await openAs('shimin-kacho', { ownSession: true })
  await head.goto('/notices')
  const entry = head.getByRole('listitem').filter({ hasText: '朝の見直し' }).first()
  await expect(entry).toContainText('メールでもお知らせしました')
  await entry.getByRole('link').click()
  await expect(head.getByRole('heading', { level: 1 })).toBeVisible()
  expect(server.received.filter(({ to }) => to === 'shimin-kacho@example.invalid')).toHaveLength(1)
})
