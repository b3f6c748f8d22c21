import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { assetsOf, numberOf } from '../support/ledger'
import { test } from '../support/test'
import { expectDone, foundIn, keepDraft } from './steps'

test.describe('a clerk of 市民税課 finds nothing of 市民課', () => {
  test('in the list, by search, by filters or by their counts', async ({ openAs, portal }) => {
    const clerk = await openAs('shiminzei-tanto')
    const own = (await assetsOf(portal, '市民税課')).filter(({ state }) => /draft|active/u.test(state))
    // A search reads 100 characters; a longer name is another test's.
    const foreign = (await assetsOf(portal, '市民課')).filter(({ name }) => name.length <= 100)
    expect(foreign.length).toBeGreaterThan(3)

    expect(await foundIn(clerk, '/assets')).toBe(own.length)
    for (const { name } of foreign) await expect(clerk.locator('main')).not.toContainText(name)
    await expect(clerk.locator('main')).not.toContainText('市民課')

    for (const { name, number } of foreign) {
      const byName = `/assets?q=${encodeURIComponent(name)}`
      expect(await foundIn(clerk, byName)).toBe(own.filter((asset) => asset.name.includes(name)).length)
      expect(await foundIn(clerk, `/assets?q=${number}`), `by number ${number}`).toBe(0)
    }
    const inZone = own.filter(({ zone }) => zone === 'myNumber').length
    expect(await foundIn(clerk, '/assets?zone=myNumber')).toBe(inZone)
    for (const filter of ['department=0610', 'department=0600&zone=myNumber', 'category=none'])
      expect(await foundIn(clerk, `/assets?${filter}`), filter).toBe(0)
  })

  test('by address: what is out of reach answers as what was never there', async ({
    openAs,
    portal,
    troubles,
  }) => {
    troubles.allow(/status of 40[34]/)
    const number = await numberOf(portal, '住民基本台帳システム')
    const missing = '999999999'
    for (const loginId of ['shiminzei-tanto', 'shiminzei-kacho']) {
      const page = await openAs(loginId)
      for (const below of ['', '/edit', '/reclassify', '/dispose', '/transfer']) {
        const answer = await open(page, `/assets/${number}${below}`)
        expect(answer, `${loginId} ${below}`).toEqual({
          ...(await open(page, `/assets/${missing}${below}`)),
          status: 404,
        })
        expect(answer.body).not.toMatch(/住民基本台帳|市民課|490,?000/u)
      }
      const parts = await page.request.get(`/assets/${number}`, { headers: { rsc: '1' } })
      expect(await parts.text()).not.toMatch(/住民基本台帳|490,?000/u)
    }
  })

  test('by a form whose number was exchanged: refused, nothing written', async ({ openAs, portal }) => {
    const number = await numberOf(portal, '住民基本台帳システム')
    const before = await assetsOf(portal, '市民課')
    const clerk = await openAs('shiminzei-tanto')
    await clerk.goto(`/assets/${await keepDraft(clerk, '納税証明書の控え')}/edit`)
    await clerk.locator('input[name="number"]').evaluate((field, other) => {
      field.setAttribute('value', other)
    }, number)
    await clerk.getByRole('button', { name: '分類は後にして' }).click()
    await expectDone(clerk, 'この情報資産は見つかりません')
    expect(await assetsOf(portal, '市民課')).toEqual(before)
  })
})

test.describe('whoever lacks the permission gets 403 without content', () => {
  for (const [loginId, addresses] of Object.entries({
    'shimin-tanto': [
      '/people',
      '/people/1',
      '/people/new',
      '/people/renewal',
      '/audit-log',
      '/jobs',
      '/standard-ledger/new',
    ],
    admin: [
      '/assets',
      '/assets/new',
      '/assets/1',
      '/proposals/1',
      '/dashboard',
      '/audit-log',
      '/standard-ledger',
      '/people/renewal',
    ],
    kansa: ['/assets/new', '/assets/1/edit', '/assets/1/dispose', '/people/new', '/people/1/edit', '/jobs'],
    jimukyoku: ['/assets/new', '/assets/1/edit', '/audit-log', '/jobs'],
  }))
    test(`${loginId}: ${addresses.join(' ')}`, async ({ openAs, troubles }) => {
      troubles.allow(/status of 403/)
      const page = await openAs(loginId)
      for (const address of addresses) {
        const { status, body } = await open(page, address)
        expect(status, address).toBe(403)
        expect(body).toContain('この操作を行う権限がありません')
        expect(body, address).not.toMatch(/住民基本台帳|最高 太郎|daicho-|event/u)
      }
    })

  test('the portal administrator is offered no ledger at all', async ({ openAs }) => {
    const page = await openAs('admin')
    await page.goto('/')
    for (const address of ['/assets', '/dashboard', '/audit-log'])
      await expect(page.locator(`a[href^="${address}"]`)).toHaveCount(0)
    await expect(page.getByRole('searchbox')).toHaveCount(0)
  })
})

test.describe('signed out', () => {
  for (const address of ['/', '/assets?zone=myNumber&sort=name', '/assets/1', '/people', '/dashboard'])
    test(`${address} leads to the sign-in page and back to what was asked for`, async ({ page }) => {
      await page.goto(address)
      await expect(page).toHaveURL(/\/sign-in/u)
      await expect(page.locator('body')).not.toContainText('住民基本台帳')
      await page.getByLabel('ログインID').fill('ciso')
      await page.getByLabel('パスワード').fill('daicho-2026')
      await page.getByRole('button', { name: 'サインインする' }).click()
      await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === address)
    })

  test('never back to another place than the portal', async ({ page }) => {
    await page.goto('/sign-in?next=https://evil.example/&login=ciso')
    await page.getByLabel('パスワード').fill('daicho-2026')
    await page.getByRole('button', { name: 'サインインする' }).click()
    await expect(page).toHaveURL((url) => url.pathname === '/')
  })
})

async function open(page: Page, address: string) {
  const answer = await page.goto(address)
  return { status: answer?.status(), body: (await answer?.text()) ?? '' }
}
