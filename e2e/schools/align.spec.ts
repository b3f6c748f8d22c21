import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'

test.use({ apart: 'align' })

for (const [javaScriptEnabled, name] of [
  [true, '出席簿'],
  [false, '授業用教材'],
] as const)
  test(`a school takes what the standard ledger says, after it has seen it, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    openAs,
  }, { project }) => {
    test.setTimeout(120_000)
    const place = `書庫${javaScriptEnabled ? '甲' : '乙'}${project.name}`
    const officer = await openAs('kyoiku-kacho', { javaScriptEnabled })
    await officer.goto('/standard-ledger')
    await officer.getByRole('link', { name: `${name}を変更する` }).click()
    await officer.getByLabel('保管場所').fill(place)
    await officer.getByRole('button', { name: '変更を保存する' }).click()
    await expect(officer.getByText('標準台帳を保存しました')).toBeVisible()

    const school = await openAs('mama-tanto', { javaScriptEnabled })
    await school.goto('/standard-ledger/schools/7002')
    await school.getByRole('button', { name: '選んだ情報資産を標準に合わせる' }).click()
    await expect(school.locator('#form-errors')).toContainText('標準に合わせる情報資産を選んでください')
    if (javaScriptEnabled) await expectAccessible(school)
    await expectNoSidewaysScroll(school)
    await school.getByRole('checkbox', { name: `${name}を選ぶ` }).check()
    await school.getByRole('button', { name: '選んだ情報資産を標準に合わせる' }).click()
    await expect(
      school.getByRole('heading', { level: 1, name: '標準に合わせる_市川市立真間小学校.csv の取り込み' }),
    ).toBeVisible({ timeout: 40_000 })
    await expect(school.getByRole('link', { name: '変更 1' })).toBeVisible({ timeout: 40_000 })
    await expect(school.getByRole('row', { name: new RegExp(name, 'u') })).toContainText(
      new RegExp(`保管場所.*${place}`, 'su'),
    )
    await school.getByRole('button', { name: '台帳に取り込む' }).click()
    await expect(school.getByText(/完了取り込みました$/u)).toBeVisible({ timeout: 40_000 })
    await school.goto('/standard-ledger/schools/7002')
    await expect(school.locator('#alike')).toBeVisible()
    await expect(school.locator('#differing').getByText(name, { exact: true })).toHaveCount(0)

    // Whoever keeps no school sees none of its page.
    const clerk = await openAs('shimin-tanto', { javaScriptEnabled })
    expect((await clerk.request.get('/standard-ledger/schools/7002')).status()).toBe(404)
  })
