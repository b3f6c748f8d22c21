import { expect } from '@playwright/test'
import { expectDone, submitOrdinaryCase } from '../assets/steps'
import { entryOf } from '../proposals/steps'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'
import { nameDeputy } from './steps'

const principal = '指令課 課長'
const deputyName = '東消防署 署長'

for (const javaScript of [true, false])
  test(`a deputy approves in their own name, the trail says for whom, the principal sees it afterwards and ends it, JavaScript ${javaScript ? 'on' : 'off'}`, async ({
    openAs,
    troubles,
  }) => {
    test.slow()
    troubles.allow(/status of 404/u)
    const suffix = javaScript ? '（一）' : '（二）'
    const head = await openAs('shirei-kacho', { javaScriptEnabled: javaScript })
    await head.goto('/')
    await head.getByRole('banner').locator('summary', { hasText: principal }).click()
    await head.getByRole('link', { name: '代決', exact: true }).click()
    await expect(head.getByRole('heading', { level: 1, name: '代決' })).toBeVisible()
    await nameDeputy(head, { deputy: deputyName, until: 3, javaScript })
    await expectDone(head, '代決者を決めました')
    await expect(head.locator('#current')).toContainText(deputyName)
    await expectNoSidewaysScroll(head)
    if (javaScript) await expectAccessible(head)

    await nameDeputy(head, { deputy: null, until: 5, javaScript })
    await expect(head.locator('#form-errors')).toContainText('重なる代決又は不在がすでにあります')

    const [ofClerk, ofHead] = [`代決で承認する仕組み${suffix}`, `課長が提出した仕組み${suffix}`]
    const clerk = await openAs('shirei-tanto')
    const number = await submitOrdinaryCase(clerk, ofClerk)
    const author = await openAs('shirei-kacho')
    const own = await submitOrdinaryCase(author, ofHead)

    const deputy = await openAs('higashi-shocho', { javaScriptEnabled: javaScript })
    await deputy.goto('/inbox')
    await deputy.getByRole('banner').locator('summary', { hasText: deputyName }).click()
    await expect(deputy.getByRole('banner')).toContainText(
      `指令課　情報セキュリティ管理者（${principal}さんの代決）`,
    )
    await expect(entryOf(deputy, ofHead)).toHaveCount(0)
    await deputy.goto(`/assets/${own}`)
    await expect(deputy.locator('#proposal')).toBeVisible()
    await expect(deputy.getByRole('button', { name: '承認して登録する' })).toHaveCount(0)
    await deputy.goto('/inbox')
    await expect(entryOf(deputy, ofClerk)).toContainText(`${principal}さんの代決として`)
    await entryOf(deputy, ofClerk).getByRole('button', { name: '承認して登録する' }).click()
    await expectDone(deputy, '承認しました')

    await clerk.goto(`/assets/${number}`)
    await expect(clerk.locator('#trail')).toContainText(
      `${deputyName}さん（${principal}さんの代決）が、情報資産を登録しました`,
    )

    await head.goto('/inbox?kind=seen')
    const seen = entryOf(head, ofClerk)
    await expect(seen).toContainText(`${deputyName}さん（${principal}さんの代決）`)
    if (javaScript) await expectAccessible(head)
    await seen.getByRole('button', { name: '確認した' }).click()
    await expectDone(head, '代決の内容を確認したことを記録しました')
    await expect(seen).toHaveCount(0)

    await head.goto('/deputies')
    await head.getByRole('button', { name: `${principal}さんの代決を終了する` }).click()
    await expectDone(head, '代決を終了しました')
    await expect(head.locator('#current')).toContainText('いま行われている代決はありません')
    await deputy.goto(`/assets/${number}`)
    await expect(deputy.getByRole('heading', { level: 1, name: ofClerk })).toHaveCount(0)
  })

test('an absence without a deputy, recorded by the CISO, brings what waits to the next who can decide', async ({
  openAs,
}) => {
  const ciso = await openAs('ciso')
  await nameDeputy(ciso, { post: '市民課 課長', deputy: null, until: 3 })
  await expectDone(ciso, '不在を記録しました')
  await expect(ciso.locator('#current')).toContainText('置かない（不在）')
  await expectAccessible(ciso)
  const name = '不在の間に提出する仕組み'
  const clerk = await openAs('shimin-tanto')
  await submitOrdinaryCase(clerk, name)
  const officer = await openAs('shimin-bucho')
  await officer.goto('/inbox')
  await entryOf(officer, name).getByRole('button', { name: '承認して登録する' }).click()
  await expectDone(officer, '承認しました')
  await ciso.goto('/deputies')
  await ciso.getByRole('button', { name: '市民課 課長さんの代決を終了する' }).click()
  await expectDone(ciso, '代決を終了しました')
})
