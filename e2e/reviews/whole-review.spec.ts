import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { answer, expectDone, levelField } from '../assets/steps'
import { entryOf } from '../proposals/steps'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { departmentOf, registerPlain } from '../support/review-city'
import { test } from '../support/test'
import {
  answerAll,
  certify,
  dayAfter,
  letIn,
  makeReview,
  moveTo,
  openAndConfirm,
  progressOf,
  rowOf,
} from './story'

// A portal of its own, whose clock goes through the days of the review.
test.use({ apart: 'whole review' })

const title = '全庁の定期見直し'
const [opensIn, dueIn] = [1, 2]
/** The other departments of 市民部. */
const others = [
  ['0620', '国民健康保険課'],
  ['0630', '国民年金課'],
  ['0640', '総合市民相談課'],
  ['0650', '市民安全課'],
  ['0660', '地域振興課'],
  ['0670', 'ボランティア・NPO課'],
] as const

test('a whole review of the city, day by day: opened by itself, answered, certified, returned, signed off, late, closed, reported, reopened', async ({
  openAs,
  portal,
}) => {
  test.setTimeout(600_000)
  await registerPlain(portal, '0610', ['shimin-tanto', 'shimin-kacho'], 3)
  await letIn(
    portal,
    others.flatMap(([code]) => [`d${code}-tanto`, `d${code}-kacho`]),
  )
  const people = new Map<string, Page>()
  /** Somebody's page of today: with the day, everybody signs in anew. */
  const as = async (login: string) => {
    const known = people.get(login) ?? (await openAs(login, { ownSession: true }))
    people.set(login, known)
    return known
  }
  const nextDay = async (days: number) => {
    for (const page of people.values()) await page.context().close()
    people.clear()
    await moveTo(portal, days)
  }
  const here = await departmentOf(portal, '0610')

  const id = await makeReview(await as('jimukyoku'), title, dayAfter(opensIn), dayAfter(dueIn))
  await expect((await as('jimukyoku')).getByText('まだ始まっていません')).toBeVisible()
  const sheetOf = async (code: string) =>
    `/reviews/${id}/sheet?department=${await departmentOf(portal, code)}`
  const sheet = `/reviews/${id}/sheet?department=${here}`

  await test.step('on its day it opens by itself', async () => {
    await nextDay(opensIn)
    const secretariat = await as('jimukyoku')
    await expect
      .poll(async () => (await secretariat.goto(`/reviews/${id}`), secretariat.locator('main').innerText()), {
        timeout: 60_000,
      })
      .toContain('受付中')
    await expect(secretariat.getByRole('row').filter({ hasText: '市民部' })).toContainText('0／7課')
    await expectAccessible(secretariat)
  })

  await test.step('the clerk answers each in its way', async () => {
    const clerk = await as('shimin-tanto')
    await clerk.goto('/')
    await clerk.goto('/inbox')
    await expect(clerk.locator('main ol > li').filter({ hasText: title })).toContainText('市民課')
    await clerk.goto(sheet)
    await openAndConfirm(clerk, sheet)

    await rowOf(clerk, '戸籍情報システム').locator('[data-answer="change"]').click()
    await answer(clerk, '秘密文書に相当しますか', 'いいえ')
    await levelField(clerk, '機密性').selectOption('2')
    await clerk.getByLabel('見直しの理由').fill('本人が特定できない形に改めたため')
    await clerk.getByRole('button', { name: '分類の見直しを提出する' }).click()
    await expectDone(clerk, '提出しました')

    await clerk.goto(sheet)
    await rowOf(clerk, '住民異動届').locator('[data-answer="disposed"]').click()
    await clerk.getByLabel('裁断・溶解').check()
    await clerk.getByRole('button', { name: '廃棄を提出する', exact: true }).click()
    await expectDone(clerk, '提出しました')

    await clerk.goto(sheet)
    await rowOf(clerk, '印鑑登録原票データ').locator('[data-answer="notOurs"]').click()
    await clerk.getByRole('combobox', { name: /移管先の所管課/u }).fill('市民税課')
    await clerk
      .getByRole('option', { name: /市民税課/u })
      .first()
      .click()
    await clerk.getByLabel('移管の理由').fill('課税の事務に使うため')
    await clerk.getByRole('button', { name: '提出する', exact: true }).click()
    await expectDone(clerk, '提出しました')

    await clerk.goto(sheet)
    await clerk.getByRole('button', { name: /をすべて変更なしと回答する$/u }).click()
    await expectDone(clerk, '残りをすべて「変更なし」と回答しました')
    await clerk.goto(`${sheet}&show=all`)
    await expect(rowOf(clerk, '印鑑登録原票データ')).toContainText('自分の課ではない')
  })

  await test.step('the head approves; the other head accepts; the CISO looks on and is the second to approve', async () => {
    const head = await as('shimin-kacho')
    await head.goto(`/reviews/${id}/certify?department=${here}`)
    await expect(head.getByText('決まっていない回答が1件あります')).toBeVisible()
    await head.goto('/inbox')
    for (const [name, words] of [
      ['戸籍情報システム', '次の段階の承認を待っています'],
      ['住民異動届', '承認しました。内容を台帳に反映しました'],
      ['印鑑登録原票データ', '次の段階の承認を待っています'],
    ] as const) {
      await entryOf(head, name).getByRole('button', { name: '承認する' }).click()
      await expectDone(head, words)
    }
    const other = await as('shiminzei-kacho')
    await other.goto('/inbox')
    await entryOf(other, '印鑑登録原票データ').getByRole('button', { name: '承認する' }).click()
    await expectDone(other, '内容を台帳に反映しました')
    await other.goto(await sheetOf('0550'))
    await expect(rowOf(other, '印鑑登録原票データ')).toBeVisible()
    const clerk = await as('shimin-tanto')
    await clerk.goto(`${sheet}&show=all`)
    await expect(rowOf(clerk, '戸籍情報システム')).toContainText('承認待ち')
    await expect(rowOf(clerk, '印鑑登録原票データ')).toHaveCount(0)

    const ciso = await as('ciso')
    await ciso.goto(`/reviews/${id}`)
    await expect(ciso.getByRole('row').filter({ hasText: '市民部' })).toBeVisible()
    await ciso.goto('/inbox')
    await entryOf(ciso, '戸籍情報システム').getByRole('button', { name: '承認する' }).click()
    await expectDone(ciso, '内容を台帳に反映しました')
  })

  await test.step('certified, void by a later change, certified again, sent back, certified again', async () => {
    const head = await as('shimin-kacho')
    await head.goto(`/reviews/${id}/certify?department=${here}`)
    await expectAccessible(head)
    await certify(head, title, '市民課')
    const clerk = await as('shimin-tanto')
    await clerk.goto(`${sheet}&show=all`)
    const note = rowOf(clerk, '住民基本台帳システム').getByRole('textbox')
    await expect(note).toHaveCount(0)
    await clerk.getByRole('link', { name: '証明された回答を変える' }).click()
    await note.fill('更新の予定あり')
    await note.blur()
    await expect(clerk.getByRole('status').filter({ hasText: '証明は無効になりました' })).toBeVisible()
    await clerk.reload()
    await expect(clerk.getByText('証明の後に回答が変わったため')).toBeVisible()
    await head.goto(`/reviews/${id}/certify?department=${here}`)
    await expect(head.locator('#changed')).toContainText('住民基本台帳システム')
    await certify(head, title, '市民課')

    const secretariat = await as('jimukyoku')
    const row = await progressOf(secretariat, id, '市民部', '市民課')
    await expect(row).toContainText('証明済み')
    await row.getByRole('link', { name: '差し戻す' }).click()
    await secretariat.getByLabel('差し戻す理由').fill('紙の簿冊をもう一度確かめてください')
    await secretariat.getByRole('button', { name: '差し戻す' }).click()
    await expectDone(secretariat, '課に差し戻しました')
    await clerk.goto('/inbox')
    await expect(clerk.locator('main li').filter({ hasText: title })).toContainText('紙の簿冊をもう一度')
    await certify(head, title, '市民課')
  })

  await test.step('the other departments of the bureau; its officer signs off', async () => {
    for (const [code, name] of others) {
      await answerAll(await as(`d${code}-tanto`), await sheetOf(code))
      await certify(await as(`d${code}-kacho`), title, name)
    }
    const officer = await as('shimin-bucho')
    await officer.goto('/inbox')
    const entry = officer.locator('main ol > li').filter({ hasText: title })
    await entry.getByRole('link', { name: /^内容を確かめる/u }).click()
    await expectAccessible(officer)
    await officer.getByRole('button', { name: '確認した' }).click()
    await expectDone(officer, '部局の見直しを確認しました')
  })

  await test.step('a school head answers and certifies', async () => {
    const head = await as('mama-kocho')
    const school = await sheetOf('7002')
    await head.goto(school)
    await answerAll(head, school)
    await certify(head, title, '真間小学校')
    const educator = await as('kyoiku-kacho')
    await educator.goto(`/reviews/${id}`)
    await expect(educator.locator('main')).toContainText('教育委員会事務局（学校）')
  })

  await test.step('the due day passes: who has not certified is late; closed, reported, one department opened again', async () => {
    await nextDay(dueIn + 1)
    const clerk = await as('shiminzei-tanto')
    await clerk.goto('/')
    await clerk.goto(await sheetOf('0550'))
    await expect(clerk.getByText('期限を1日過ぎています').first()).toBeVisible()
    const secretariat = await as('jimukyoku')
    await expect(await progressOf(secretariat, id, '財政部', '市民税課')).toContainText('期限超過')
    await expect(await progressOf(secretariat, id, '市民部', '市民課')).not.toContainText('期限超過')
    await secretariat.goto(`/reviews/${id}`)
    await secretariat.getByRole('link', { name: '締め切る' }).click()
    await secretariat.getByRole('button', { name: '締め切る' }).click()
    await expect(secretariat.getByRole('heading', { level: 1, name: `${title}　完了報告` })).toBeVisible()
    await expect(secretariat.locator('#late')).toContainText('市民税課')
    await expect(secretariat.locator('#late')).not.toContainText('市民課')
    await expect(secretariat.locator('#statements')).toContainText('市民課 課長さん')
    await expect(secretariat.locator('#statements')).toContainText('真間小 校長さん')
    await expectNoSidewaysScroll(secretariat)
    await expectAccessible(secretariat)

    await secretariat.goto(`/reviews/${id}/reopen?department=${here}`)
    await secretariat.getByLabel('再び開く理由').fill('転記の誤りが見つかったため')
    await secretariat.getByRole('button', { name: '再び開く' }).click()
    await expectDone(secretariat, '課の回答を再び受け付けます')
    await secretariat.goto(`/reviews/${id}/report`)
    await expect(secretariat.locator('#reopened')).toContainText('転記の誤りが見つかったため')
    const again = await as('shimin-tanto')
    await again.goto(sheet)
    await expect(again.getByText('この課の回答を再び受け付けています')).toBeVisible()
    await certify(await as('shimin-kacho'), title, '市民課')
  })
})
