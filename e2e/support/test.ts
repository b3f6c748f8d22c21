import { test as base } from '@playwright/test'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { startPortal } from './portal'
import type { Portal } from './portal'
import { signIn } from './sign-in'
import { Troubles } from './troubles'

type ForTest = {
  /** Errors, CSP violations and outside requests seen so far; the test fails for each that it did not allow. */
  troubles: Troubles
  /** Somebody else's (or another) browser: a new context at this project's size, signed in if a login ID is given. */
  openAs: (loginId: string | null, options?: BrowserContextOptions) => Promise<Page>
  /** A page with JavaScript switched off, nobody signed in. */
  plainPage: Page
}

/** Playwright's `test` with the portal behind `baseURL`: one server and one database a worker, from the sample city. */
export const test = base.extend<ForTest, { portal: Portal }>({
  portal: [
    async ({}, use) => {
      const portal = await startPortal()
      await use(portal)
      await portal.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.url),
  troubles: [
    async ({ portal, context }, use) => {
      const troubles = new Troubles(portal.url)
      troubles.watch(context)
      await use(troubles)
      base.expect(troubles.unexpected, 'errors, CSP violations and outside requests').toEqual([])
    },
    { auto: true },
  ],
  openAs: async ({ browser, contextOptions, baseURL, viewport, locale, timezoneId, troubles }, use) => {
    const opened: Page[] = []
    await use(async (loginId, options = {}) => {
      const own = { ...contextOptions, viewport, ...(baseURL && { baseURL }), ...(locale && { locale }) }
      const context = await browser.newContext({ ...own, ...(timezoneId && { timezoneId }), ...options })
      troubles.watch(context)
      const page = await context.newPage()
      opened.push(page)
      if (loginId !== null) await signIn(page, loginId)
      return page
    })
    await Promise.all(opened.map((page) => page.context().close()))
  },
  plainPage: async ({ openAs }, use) => use(await openAs(null, { javaScriptEnabled: false })),
})
