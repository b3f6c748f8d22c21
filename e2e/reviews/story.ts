import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectDone } from '../assets/steps'
import type { Portal } from '../support/portal'

/** Tokyo's day so many days from today, yyyy-mm-dd. */
export function dayAfter(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(Date.now() + days * 86_400_000)
}

/** People of the sample city who have no account of their own get one, with everybody's password. */
export async function letIn(portal: Portal, logins: readonly string[]) {
  await portal.database.ownerPool.query(
    `insert into credentials (person_id, salt, stored_key, memory_kib, passes, lanes, changed_at)
     select p.id, c.salt, c.stored_key, c.memory_kib, c.passes, c.lanes, c.changed_at
     from people p, credentials c join people known on known.id = c.person_id
     where known.login_id = 'shimin-tanto' and p.login_id = any ($1) on conflict do nothing`,
    [logins],
  )
}

/** Moves the portal's clock to an hour of that day in Tokyo. */
export const moveTo = (portal: Portal, days: number, hour = 9) =>
  portal.restart(`${dayAfter(days)}T${String(hour).padStart(2, '0')}:00:00+09:00`)

/** The secretariat makes a review of the whole city; one row of 3B and up is opened by each department. Answers its key. */
export async function makeReview(page: Page, title: string, opensOn: string, dueOn: string): Promise<string> {
  await page.goto('/reviews/new')
  await page.getByLabel('件名').fill(title)
  await page.getByLabel('開始日').fill(opensOn)
  await page.getByLabel('回答と証明の期限').fill(dueOn)
  await page.locator('input[name="mustOpen"]').fill('1')
  await page.getByRole('button', { name: 'この内容で作る' }).click()
  await expectDone(page, '見直しを作りました')
  return /\/reviews\/(\d+)/u.exec(page.url())?.[1] ?? ''
}

/** The row of an asset on the sheet, by its name. */
export const rowOf = (page: Page, name: string) => page.locator('tr[data-row]').filter({ hasText: name })

/** Opens every row that must be opened, and answers 変更なし there. */
export async function openAndConfirm(page: Page, sheet: string) {
  await page.goto(sheet)
  const waiting = page.locator('tr[data-row]').filter({ hasText: '開いて確かめる対象です' })
  for (let left = await waiting.count(); left > 0; left -= 1) {
    await waiting.first().getByRole('rowheader').getByRole('link').click()
    await page.getByRole('button', { name: '確かめたうえで「変更なし」と回答する' }).click()
    await expectDone(page, '回答を保存しました')
    await page.goto(sheet)
    await expect(waiting).toHaveCount(left - 1)
  }
}

/** A department with nothing to say: what must be opened is opened, the rest answered at once. */
export async function answerAll(page: Page, sheet: string) {
  await openAndConfirm(page, sheet)
  const rest = page.getByRole('button', { name: /をすべて変更なしと回答する$/u })
  if ((await rest.count()) > 0) {
    await rest.click()
    await expectDone(page, '残りをすべて「変更なし」と回答しました')
  }
  await expect(page.getByText('すべて回答済みです')).toBeVisible()
}

/** From the inbox, as whoever certifies. */
export async function certify(page: Page, title: string, department: string) {
  await page.goto('/inbox')
  const entry = page.locator('main ol > li').filter({ hasText: title }).filter({ hasText: department })
  await entry.getByRole('link', { name: /^内容を確かめる/u }).click()
  await page.getByRole('button', { name: '証明する' }).click()
  await expectDone(page, '証明しました')
}

/** What the page of progress says of a department. */
export async function progressOf(page: Page, id: string, bureau: string, department: string) {
  await page.goto(`/reviews/${id}`)
  await page.getByRole('link', { name: bureau, exact: true }).first().click()
  return page.getByRole('row').filter({ hasText: department }).first()
}
