import { test as base } from '@playwright/test'
import type { BrowserContextOptions, Cookie, Page } from '@playwright/test'
import { startPortal } from './portal'
import type { Portal } from './portal'
import { signIn } from './sign-in'
import { Troubles } from './troubles'

type OpenOptions = BrowserContextOptions & { ownSession?: boolean }
type ForTest = {
  /** Errors, CSP violations and outside requests seen so far; the test fails for each that it did not allow. */
  troubles: Troubles
  /**
   * Somebody else's (or another) browser: a new context at this project's size, signed in if a login ID is given. The
   * session is shared by the worker's tests; one that ends it takes `ownSession`.
   */
  openAs: (loginId: string | null, options?: OpenOptions) => Promise<Page>
  /** A page with JavaScript switched off, nobody signed in. */
  plainPage: Page
}

type ForWorker = {
  /** A name of a spec's own: it gets a portal of its own, whose clock it may move. */
  apart: string
  portal: Portal
  sessions: Map<string, Cookie[]>
}

/** Playwright's `test` with the portal behind `baseURL`: one server and one database a worker, from the sample city. */
export const test = base.extend<ForTest, ForWorker>({
  apart: ['', { scope: 'worker', option: true }],
  sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],
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
  openAs: async (
    { browser, contextOptions, baseURL, viewport, locale, timezoneId, troubles, sessions },
    use,
  ) => {
    const opened: Page[] = []
    await use(async (loginId, { ownSession = false, ...options } = {}) => {
      const own = { ...contextOptions, viewport, ...(baseURL && { baseURL }), ...(locale && { locale }) }
      const context = await browser.newContext({ ...own, ...(timezoneId && { timezoneId }), ...options })
      troubles.watch(context)
      const page = await context.newPage()
      opened.push(page)
      if (loginId === null) return page
      const shared = ownSession ? undefined : sessions.get(loginId)
      if (shared) await context.addCookies(shared)
      else await signIn(page, loginId)
      if (!ownSession) sessions.set(loginId, await context.cookies())
      return page
    })
    await Promise.all(opened.map((page) => page.context().close()))
  },
  plainPage: async ({ openAs }, use) => use(await openAs(null, { javaScriptEnabled: false })),
})
