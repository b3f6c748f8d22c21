import { expect } from '@playwright/test'
import { departmentOf, registerPlain } from '../support/review-city'
import { test } from '../support/test'
import { openReview } from './steps'

const bureau = '議会事務局'
const questions = [
  { label: '保管庫の鍵は誰が持っていますか', kind: 'text', required: true },
  { label: '廃棄の証明書', kind: 'file' },
  {
    label: '保管の場所',
    kind: 'choice',
    askedOf: 'asset',
    choices: '庁内\n庁外の倉庫',
    required: true,
  },
]
const text = { name: '証明書.txt', mimeType: 'text/plain', buffer: Buffer.from('裁断しました\n') }

test('without JavaScript: questions asked, answered with a file, certified, read by the secretariat and nobody else', async ({
  openAs,
  portal,
  troubles,
}) => {
  await registerPlain(portal, '4020', ['giji-tanto', 'giji-kacho'], 2)
  const plain = { javaScriptEnabled: false }
  const secretary = await openAs('jimukyoku', plain)
  const id = await openReview(secretary, { title: '質問のある見直し', bureau, questions })
  const clerk = await openAs('giji-tanto', plain)
  await clerk.goto(`/reviews/${id}/sheet`)
  await clerk.getByLabel('保管庫の鍵').fill('課長')
  await clerk.getByLabel('廃棄の証明書').setInputFiles({ ...text, name: '証明書.pdf' })
  await clerk.getByRole('button', { name: '質問への答えを保存する' }).click()
  await expect(clerk.locator('#form-errors')).toContainText('名前の末尾と中身が違うもの')
  await expect(clerk.getByLabel('保管庫の鍵')).toHaveValue('課長')
  await clerk.getByLabel('廃棄の証明書').setInputFiles(text)
  await clerk.getByRole('button', { name: '質問への答えを保存する' }).click()
  await expect(clerk.getByText('質問への答えを保存しました')).toBeVisible()
  await expect(clerk.getByRole('link', { name: '証明書.txt' })).toBeVisible()

  const rows = clerk.locator('tr[data-row]')
  for (let at = 0; at < (await rows.count()); at++) {
    await rows.nth(at).getByRole('combobox').selectOption('庁内')
    const box = rows.nth(at).getByRole('checkbox')
    if ((await box.count()) > 0) await box.check()
  }
  await clerk.getByRole('button', { name: 'この画面の回答を保存する' }).click()
  await clerk.goto(`/reviews/${id}/sheet?show=all`)
  await expect(rows.first().getByRole('combobox')).toHaveValue('庁内')

  const head = await openAs('giji-kacho', plain)
  const department = await departmentOf(portal, '4020')
  await head.goto(`/reviews/${id}/certify?department=${department}`)
  await expect(head.locator('#questions')).toContainText('課長')
  const ofRows = head.locator('#questions-of-rows')
  await expect(ofRows).toContainText('庁内')
  await ofRows.locator('summary').click()
  await expect(ofRows.getByRole('row').filter({ hasText: '庁内' })).not.toHaveCount(0)

  await secretary.goto(`/reviews/${id}/sheet?department=${department}`)
  const [download] = await Promise.all([
    secretary.waitForEvent('download'),
    secretary.getByRole('link', { name: '証明書.txt' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('証明書.txt')
  const href = new URL(download.url()).pathname
  const answer = await secretary.request.get(href)
  expect(answer.headers()['content-disposition']).toContain('attachment')
  expect(answer.headers()['x-content-type-options']).toBe('nosniff')
  expect(await answer.text()).toBe('裁断しました\n')
  const stranger = await openAs('shimin-tanto')
  troubles.allow(/404/u)
  expect((await stranger.request.get(href)).status()).toBe(404)
  const { rows: read } = await portal.database.ownerPool.query(
    `select 1 from audit_events where action = 'review.fileRead'`,
  )
  expect(read).toHaveLength(2)
})

test('with JavaScript what is asked of each asset is saved at once, and lets the row be answered', async ({
  openAs,
  portal,
}) => {
  await registerPlain(portal, '4020', ['giji-tanto', 'giji-kacho'], 1)
  const asked = {
    label: '保管の場所',
    kind: 'choice',
    askedOf: 'asset',
    choices: '庁内\n庁外',
    required: true,
  }
  const id = await openReview(await openAs('jimukyoku'), {
    title: '行ごとの質問',
    bureau,
    questions: [asked],
  })
  const clerk = await openAs('giji-tanto')
  await clerk.goto(`/reviews/${id}/sheet`)
  const row = clerk
    .locator('tr[data-row]')
    .filter({ has: clerk.getByRole('checkbox') })
    .first()
  await row.getByRole('checkbox').check()
  await expect(row.getByRole('alert')).toContainText('必須の質問に答えていません')
  await row.getByRole('checkbox').uncheck()
  await row.getByRole('combobox').selectOption('庁外')
  await row.getByRole('checkbox').check()
  await expect(clerk.getByRole('status').filter({ hasText: '保存しました' })).toBeVisible()
  const number = (await row.getAttribute('data-row')) ?? ''
  await clerk.goto(`/reviews/${id}/sheet?show=all`)
  const saved = clerk.locator(`tr[data-row="${number}"]`)
  await expect(saved.getByRole('combobox')).toHaveValue('庁外')
  await expect(saved.getByRole('checkbox')).toBeChecked()
})
