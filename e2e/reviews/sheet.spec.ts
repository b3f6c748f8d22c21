import { expect } from '@playwright/test'
import { registerPlain } from '../support/review-city'
import { tabTo } from '../support/keyboard'
import { test } from '../support/test'
import { openReview } from './steps'

const bureau = '議会事務局'

test('by the keyboard a clerk answers rows, writes a note and opens a row; what is ticked is saved at once', async ({
  openAs,
  portal,
}) => {
  await registerPlain(portal, '4020', ['giji-tanto', 'giji-kacho'], 3)
  const id = await openReview(await openAs('jimukyoku'), { title: '打鍵の見直し', bureau })
  const clerk = await openAs('giji-tanto')
  await clerk.goto(`/reviews/${id}/sheet`)
  // What other stories left in this department may have no box, and stands among all rows, shown later.
  const box = clerk.getByRole('checkbox')
  const rows = clerk.locator('tr[data-row]').filter({ hasText: '見直し対象の簿冊' }).filter({ has: box })
  const boxes = rows.getByRole('checkbox')
  await tabTo(clerk, boxes.first())
  await clerk.keyboard.press('1')
  await expect(boxes.first()).toBeChecked()
  await expect(clerk.getByRole('status').filter({ hasText: '保存しました' })).toBeVisible()
  await clerk.keyboard.press('j')
  await expect(boxes.nth(1)).toBeFocused()
  const second = clerk.locator(`tr[data-row="${(await rows.nth(1).getAttribute('data-row')) ?? ''}"]`)
  await clerk.keyboard.press('n')
  await clerk.keyboard.insertText('棚卸しで確認')
  // 保存しました still stands there from the first row: what counts is the server's answer to the note.
  const saved = clerk.waitForResponse((response) => response.request().method() === 'POST')
  await clerk.keyboard.press('Tab')
  await saved
  await expect(clerk.getByRole('status').filter({ hasText: '保存しました' })).toBeVisible()
  await clerk.goto(`/reviews/${id}/sheet?show=all`)
  await expect(boxes.first()).toBeChecked()
  await expect(second.getByRole('textbox')).toHaveValue('棚卸しで確認')
  await second.getByRole('checkbox').focus()
  await clerk.keyboard.press('Enter')
  await expect(clerk).toHaveURL(/\/sheet\/\d+$/u)
})

test('two clerks at once: the second is told who answered first, and nothing is overwritten', async ({
  openAs,
  portal,
}) => {
  await registerPlain(portal, '4020', ['giji-tanto', 'giji-kacho'], 2)
  const id = await openReview(await openAs('jimukyoku'), { title: '二人の見直し', bureau })
  const [first, second] = [await openAs('giji-tanto'), await openAs('giji-kacho')]
  for (const page of [first, second]) await page.goto(`/reviews/${id}/sheet`)
  await first.locator('tr[data-row] input[type="checkbox"]').first().check()
  await expect(first.getByRole('status').filter({ hasText: '保存しました' })).toBeVisible()
  await second.locator('tr[data-row] input[type="checkbox"]').first().check()
  await expect(second.getByText('議事課 担当さん').first()).toBeVisible()
  await expect(second.getByRole('button', { name: '今の回答を残す' })).toBeVisible()
})

test('without JavaScript the whole page is answered with one button', async ({ openAs, portal }) => {
  await registerPlain(portal, '4020', ['giji-tanto', 'giji-kacho'], 2)
  const id = await openReview(await openAs('jimukyoku'), { title: '送信する見直し', bureau })
  const clerk = await openAs('giji-tanto', { javaScriptEnabled: false })
  await clerk.goto(`/reviews/${id}/sheet`)
  const row = clerk.locator('tr[data-row]').first()
  const number = await row.getAttribute('data-row')
  await row.getByRole('checkbox').check()
  await row.getByRole('textbox').fill('書面で確認')
  await clerk.getByRole('button', { name: 'この画面の回答を保存する' }).click()
  await expect(clerk.getByText('回答を保存しました')).toBeVisible()
  await clerk.goto(`/reviews/${id}/sheet?show=all`)
  const saved = clerk.locator(`tr[data-row="${number ?? ''}"]`)
  await expect(saved.getByRole('checkbox')).toBeChecked()
  await expect(saved.getByRole('textbox')).toHaveValue('書面で確認')
})
