import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { fillIn, schoolReview, signedPaper, workbookFile } from '../support/school-review'
import { test } from '../support/test'

test.use({ apart: 'schools on paper' })
// Each workbook is read by a process of its own.
test.setTimeout(180_000)

const mama = '市川市立真間小学校'

/** From the schools beside the standard ledger to the review's answers on paper, by links alone. */
async function openOffline(page: Page, title: string) {
  await page.goto('/standard-ledger/schools')
  await page.getByRole('link', { name: '定期見直しを開く' }).click()
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('link', { name: '学校の紙の回答' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '学校の紙の回答' })).toBeVisible()
}

async function takeOut(page: Page): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('row')
      .filter({ hasText: mama })
      .getByRole('link', { name: /^この学校のブック/u })
      .click(),
  ])
  expect(file.suggestedFilename()).toMatch(/_回答のブック_自治体機密性3C_市川市立真間小学校\.xlsx$/u)
  return readFile(await file.path())
}

async function bring(page: Page, book: Buffer) {
  await page.locator('input[name="book"]').setInputFiles(workbookFile(book))
  await page.getByRole('button', { name: '読み取って確かめる' }).click()
}

/** A process of its own reads the workbook: on a busy machine it takes a while. */
async function read(page: Page) {
  await expect(page.getByRole('heading', { level: 1, name: '紙の回答を確かめる' })).toBeVisible({
    timeout: 40_000,
  })
}

for (const javaScriptEnabled of [true, false])
  test(`a school answers on a workbook that comes back with its signed sheet, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    openAs,
    portal,
  }, info) => {
    const title = `学校の見直し ${info.project.name} ${javaScriptEnabled ? '一' : '二'}`
    const review = await schoolReview(portal, title)
    const officer = await openAs('kyoiku-kacho', { javaScriptEnabled })
    await openOffline(officer, title)
    if (javaScriptEnabled) await expectAccessible(officer)
    await expectNoSidewaysScroll(officer)
    const empty = await takeOut(officer)
    const { sheets } = await readXlsx(empty)
    expect(sheets.map(({ name }) => name)).toEqual(['書き方', mama, '学校への質問', `署名 ${mama}`, '選択肢'])
    expect(JSON.stringify(sheets[3]?.rows)).toMatch(/照合番号.*[0-9a-f]{8}.*校長の署名/u)
    const rows = (sheets[1]?.rows.length ?? 0) - 1
    expect(rows).toBeGreaterThan(10)

    const answers = ['変更する', '廃棄した', '自分の課ではない']
    const filled = await fillIn(empty, {
      [mama]: (_, at) => ({
        回答: answers[at - 1] ?? '変更なし',
        回答の理由: at === 1 ? '保管場所を職員室に変えました' : '',
        '質問2　鍵のかかる場所にありますか': 'はい',
      }),
      学校への質問: () => ({ 答え: '令和8年4月20日' }),
    })
    await bring(officer, filled)
    await read(officer)
    const line = officer.locator('#counts').getByRole('row').filter({ hasText: mama })
    await expect(line).toContainText(`${rows + 1}件`)
    await expect(line).toContainText('署名された紙がまだありません')
    await expect(officer.getByText('「変更する」の行があります（1件）')).toBeVisible()
    await expect(officer.getByRole('button', { name: '見直しに回答する' })).toHaveCount(0)
    const check = /[0-9a-f]{8}/u.exec(JSON.stringify(sheets[3]?.rows))?.[0] ?? ''
    await expect(officer.getByText(`紙の照合番号が「${check}」`)).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(officer)
    await expectNoSidewaysScroll(officer)

    const paper = officer.getByLabel(`${mama}の署名された紙`)
    await paper.setInputFiles({ ...signedPaper('署名.pdf'), buffer: Buffer.from('not a paper') })
    await officer.getByRole('button', { name: /^紙を付ける/u }).click()
    await expect(officer.getByText(/PDF・PNG・JPEGのファイルを選んでください/u).first()).toBeVisible()
    await paper.setInputFiles(signedPaper())
    await officer.getByRole('button', { name: /^紙を付ける/u }).click()
    await expect(officer.getByText('署名された紙を付けました。')).toBeVisible()
    await officer.getByRole('button', { name: '見直しに回答する' }).click()
    await expect(officer.getByRole('heading', { level: 1, name: '取り込んだ紙の回答' })).toBeVisible()
    await expect(officer.getByText('見直しに回答しました。', { exact: false })).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(officer)
    await expectNoSidewaysScroll(officer)

    // The answers stand in the review, and say by whom.
    await officer.goto(`/reviews/${review}`)
    const progress = officer.getByRole('row').filter({ hasText: mama })
    // What is to be changed, disposed of or given away is not settled by a paper.
    await expect(progress).toContainText(`${Math.floor(((rows - 3) / rows) * 100)}%`)
    const { rows: kept } = await portal.database.ownerPool.query(
      `select r.answer, count(*)::int as rows, min(p.login_id) as by from review_answers r join people p on p.id = r.answered_by
       where r.review_id = $1 group by 1 order by 1`,
      [review],
    )
    expect(kept).toEqual([
      { answer: 'change', rows: 1, by: 'kyoiku-kacho' },
      { answer: 'disposed', rows: 1, by: 'kyoiku-kacho' },
      { answer: 'notOurs', rows: 1, by: 'kyoiku-kacho' },
      { answer: 'unchanged', rows: rows - 3, by: 'kyoiku-kacho' },
    ])
    const { rows: events } = await portal.database.ownerPool.query<{ details: Record<string, unknown> }>(
      `select details from audit_events where action = 'review.answeredOffline' order by id desc limit 1`,
    )
    expect(events[0]?.details).toMatchObject({ offline: true, file: '回答.xlsx', signedFile: '署名.pdf' })

    // The auditor reads the paper; the same workbook again says that there is nothing to answer.
    const auditor = await openAs('kansa', { javaScriptEnabled })
    await auditor.goto(`/reviews/${review}/offline`)
    const [scan] = await Promise.all([
      auditor.waitForEvent('download'),
      auditor.getByRole('link', { name: /^署名\.pdf/u }).click(),
    ])
    expect(scan.suggestedFilename()).toBe('署名.pdf')
    await expect(auditor.getByRole('button', { name: '読み取って確かめる' })).toHaveCount(0)
    await officer.goto(`/reviews/${review}/offline`)
    await bring(officer, filled)
    await read(officer)
    await expect(officer.getByText('回答するものがありません')).toBeVisible()
    await expect(officer.getByRole('button', { name: '見直しに回答する' })).toHaveCount(0)
  })

test('what is wrong in a workbook is said with its cell, and what the portal was told meanwhile is left', async ({
  openAs,
  portal,
}, info) => {
  const title = `学校の見直し ${info.project.name} 三`
  const review = await schoolReview(portal, title)
  const officer = await openAs('kyoiku-kacho')
  await openOffline(officer, title)
  const empty = await takeOut(officer)
  await bring(officer, Buffer.from('%PDF-1.7'))
  await expect(officer.getByText('表計算のファイルではないようです。', { exact: false }).first()).toBeVisible(
    {
      timeout: 40_000,
    },
  )
  await officer.goto(`/reviews/${review}/offline`)
  await bring(
    officer,
    await fillIn(empty, {
      [mama]: (_, at) =>
        at === 1 ? { 回答: 'わからない' } : at === 2 ? { 回答: '変更なし', 資産番号: '999999' } : null,
    }),
  )
  await read(officer)
  await expect(officer.getByText('取り込めない行があります（2件）')).toBeVisible()
  await expect(officer.getByText(`シート「${mama}」のC2`)).toBeVisible()
  await expect(officer.getByText('「わからない」という回答はありません')).toBeVisible()
  await expect(officer.getByText(/この見直しの対象に、あなたの担当する学校の情報資産として/u)).toBeVisible()
  await expect(officer.getByRole('button', { name: '見直しに回答する' })).toHaveCount(0)
  await expectAccessible(officer)
  await expectNoSidewaysScroll(officer)

  const { rows } = await portal.database.ownerPool.query<{ number: string }>(
    `select min(r.asset_number)::text as number from review_answers r join departments d on d.id = r.department_id
     where r.review_id = $1 and d.name = $2`,
    [review, mama],
  )
  const teacher = await openAs('mama-tanto')
  await teacher.goto(`/reviews/${review}/sheet/${rows[0]?.number ?? ''}`)
  await teacher.getByRole('button', { name: /「変更なし」と回答する/u }).click()
  await expect(teacher.getByText('回答を保存しました').first()).toBeVisible()
  await officer.goto(`/reviews/${review}/offline`)
  await bring(officer, await fillIn(empty, { [mama]: (_, at) => (at < 3 ? { 回答: '廃棄した' } : null) }))
  await read(officer)
  await expect(officer.getByText('書き出した後に変わった行があります（1件）')).toBeVisible()
  await officer.getByLabel(`${mama}の署名された紙`).setInputFiles(signedPaper())
  await officer.getByRole('button', { name: /^紙を付ける/u }).click()
  await expect(officer.getByText('署名された紙を付けました。')).toBeVisible()
  await officer.getByRole('button', { name: '見直しに回答する' }).click()
  await expect(officer.getByText(/答えずに残すときは、印を付けてください/u).first()).toBeVisible()
  await officer.getByLabel('書き出した後に変わった行は、答えずに残す').check()
  await officer.getByRole('button', { name: '見直しに回答する' }).click()
  await expect(officer.getByRole('heading', { name: /^答えずに残した行/u })).toBeVisible()
})

test('a school sees its own paper only, and nobody else brings answers in', async ({
  openAs,
  portal,
  troubles,
}) => {
  troubles.allow(/status of 40[34]/u)
  const review = await schoolReview(portal, '学校の見直し 四')
  const teacher = await openAs('mama-tanto')
  await teacher.goto(`/reviews/${review}/offline`)
  await expect(teacher.getByText('まだありません。')).toBeVisible()
  await expect(teacher.getByRole('button', { name: '読み取って確かめる' })).toHaveCount(0)
  expect((await teacher.request.get(`/reviews/${review}/offline/workbook`)).status()).toBe(403)
  const clerk = await openAs('shimin-tanto')
  expect((await clerk.request.get(`/reviews/${review}/offline`)).status()).toBe(404)
})
