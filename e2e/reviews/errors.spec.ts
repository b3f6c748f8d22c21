import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectDone } from '../assets/steps'
import { departmentOf, registerPlain } from '../support/review-city'
import { signIn } from '../support/sign-in'
import type { Portal } from '../support/portal'
import { test } from '../support/test'
import { openReview } from './steps'

const bureau = '議会事務局'
const clerkAndHead = ['giji-tanto', 'giji-kacho'] as const

/** An open review of 議事課 with two more assets; its key, and how many answers it has. */
async function opened(portal: Portal, secretariat: Page, title: string) {
  await registerPlain(portal, '4020', clerkAndHead, 2)
  const id = await openReview(secretariat, { title, bureau })
  const department = await departmentOf(portal, '4020')
  const answered = async () => {
    const { rows } = await portal.database.ownerPool.query<{ count: number }>(
      'select count(*)::int from review_answers where review_id = $1 and answer is not null',
      [id],
    )
    return rows[0]?.count
  }
  return { id, department, answered, sheet: `/reviews/${id}/sheet?department=${department}` }
}
const boxes = (page: Page) => page.locator('tr[data-row] input[type="checkbox"]')
const rest = (page: Page) => page.getByRole('button', { name: /をすべて変更なしと回答する$/u })
const summary = (page: Page) => page.locator('#form-errors')
const status = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })

test('a tab that is behind: the rest is answered once, and only answers that were seen are certified', async ({
  openAs,
  portal,
}) => {
  const { id, department, sheet } = await opened(portal, await openAs('jimukyoku'), '古いタブの見直し')
  const clerk = await openAs('giji-tanto')
  await clerk.goto(sheet)
  const behind = await clerk.context().newPage()
  await behind.goto(sheet)
  await rest(clerk).click()
  await expectDone(clerk, '残りをすべて「変更なし」と回答しました')
  await rest(behind).click()
  await expect(summary(behind)).toContainText('まとめて回答できるものは残っていません')

  const head = await openAs('giji-kacho')
  const certify = `/reviews/${id}/certify?department=${department}`
  await head.goto(certify)
  await clerk.goto(`${sheet}&show=all`)
  await clerk.locator('tr[data-row]').getByRole('textbox').first().fill('後から書いたメモ')
  await clerk.keyboard.press('Tab')
  await expect(status(clerk, '保存しました')).toBeVisible()
  await head.getByRole('button', { name: '証明する' }).click()
  await expect(summary(head)).toContainText('表示した後に回答が変わりました。まだ証明していません')
  const second = await head.context().newPage()
  for (const page of [head, second]) await page.goto(certify)
  await head.getByRole('button', { name: '証明する' }).click()
  await expectDone(head, '証明しました')
  await second.getByRole('button', { name: '証明する' }).click()
  await expect(summary(second)).toContainText('すでに証明されています')
})

test('what is not there or not one’s own answers 404, and a forged form writes nothing', async ({
  openAs,
  portal,
  troubles,
}) => {
  troubles.allow(/status of 40[34]/u)
  const { id, department, sheet, answered } = await opened(portal, await openAs('jimukyoku'), '他課の見直し')
  const stranger = await openAs('shimin-tanto')
  const asset = await portal.database.ownerPool.query<{ number: string }>(
    'select min(asset_number)::text as number from review_answers where review_id = $1',
    [id],
  )
  const statusOf = async (page: Page, address: string) => (await page.goto(address))?.status()
  for (const address of [
    sheet,
    `/reviews/${id}/sheet/${asset.rows[0]?.number ?? ''}`,
    `/reviews/${id}/sheet?department=999999`,
    `/reviews/${id}/sheet?department=x'--`,
    '/reviews/999999',
    '/reviews/0',
    '/reviews/999999/sheet',
    '/reviews/999999/report',
  ])
    expect(await statusOf(stranger, address), address).toBe(404)
  const head = await openAs('shimin-kacho')
  expect(await statusOf(head, `/reviews/${id}/certify?department=${department}`)).toBe(404)
  for (const below of ['edit', 'close', `return?department=${department}`, `reopen?department=${department}`])
    expect(await statusOf(stranger, `/reviews/${id}/${below}`), below).toBe(403)

  // 議事課's form, sent by somebody of another department; and its own clerk's with the department of another.
  const clerk = await openAs('giji-tanto')
  await clerk.goto(sheet)
  await clerk.locator('#rest input[name="department"]').evaluate(
    (field, other) => {
      field.setAttribute('value', other)
    },
    await departmentOf(portal, '0610'),
  )
  await rest(clerk).click()
  await expect(summary(clerk)).toContainText('この操作を行う権限がないため、保存していません')
  await clerk.goto(sheet)
  await clerk.locator('#rest input[name="review"]').evaluate((field) => {
    field.setAttribute('value', '999999')
  })
  await rest(clerk).click()
  await expect(summary(clerk)).toBeVisible()
  expect(await answered()).toBe(0)
})

test('a review that is closed meanwhile takes no answer, and says so', async ({ openAs, portal }) => {
  const secretariat = await openAs('jimukyoku')
  const { id, sheet, answered } = await opened(portal, secretariat, '締め切られる見直し')
  const clerk = await openAs('giji-tanto')
  await clerk.goto(sheet)
  const second = await clerk.context().newPage()
  await second.goto(sheet)
  await secretariat.goto(`/reviews/${id}/close`)
  await secretariat.getByRole('button', { name: '締め切る' }).click()
  await expect(secretariat.getByRole('heading', { level: 1 })).toContainText('完了報告')
  await boxes(clerk).first().check()
  await expect(clerk.locator('main').getByRole('alert')).toContainText('この見直しは締め切られています')
  await rest(second).click()
  await expect(summary(second)).toContainText('この見直しは締め切られています')
  await clerk.goto(sheet)
  await expect(boxes(clerk)).toHaveCount(0)
  expect(await answered()).toBe(0)
})

test('a session that ends while somebody answers loses nothing: it is said, kept, and saved after signing in', async ({
  openAs,
  portal,
}) => {
  const { sheet, answered } = await opened(portal, await openAs('jimukyoku'), '途切れる見直し')
  const clerk = await openAs('giji-tanto', { ownSession: true })
  await clerk.goto(sheet)
  const tab = await clerk.context().newPage()
  await tab.goto('/')
  await tab.locator('header summary').last().click()
  await tab.getByRole('button', { name: 'サインアウト', exact: true }).click()
  await expect(tab.getByText('サインアウトしました')).toBeVisible()
  await boxes(clerk).first().check()
  await expect(status(clerk, 'サインインの有効時間が過ぎた')).toBeVisible()
  await expect(boxes(clerk).first()).toBeChecked()
  await signIn(tab, 'giji-tanto')
  await boxes(clerk).nth(1).check()
  await expect(status(clerk, '保存しました')).toBeVisible()
  expect(await answered()).toBe(2)
})

test('a server that is killed while somebody answers loses nothing: it is said, kept, and saved when it is back', async ({
  openAs,
  portal,
  troubles,
}) => {
  troubles.allow(/ERR_CONNECTION|Failed to fetch|Failed to load resource/u)
  const { sheet, answered } = await opened(portal, await openAs('jimukyoku'), '止まる見直し')
  const clerk = await openAs('giji-tanto')
  await clerk.goto(sheet)
  await portal.kill()
  await boxes(clerk).first().check()
  await expect(status(clerk, '保存できませんでした')).toBeVisible()
  await expect(boxes(clerk).first()).toBeChecked()
  expect(await answered()).toBe(0)
  await portal.restart()
  await clerk.getByRole('button', { name: 'この画面の回答を保存する' }).click()
  await expectDone(clerk, '回答を保存しました')
  expect(await answered()).toBe(1)
})
