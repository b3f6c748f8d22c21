import type { BrowserContext, Response } from '@playwright/test'

/** What must not happen while a page is used: errors, blocked scripts and styles, requests to other machines. */
export class Troubles {
  readonly #seen: string[] = []
  readonly #allowed: RegExp[] = []
  readonly #origin: string

  constructor(portalUrl: string) {
    this.#origin = new URL(portalUrl).origin
  }

  /** This test provokes it on purpose, as 404 of a page out of reach: /status of 404/. */
  allow(pattern: RegExp) {
    this.#allowed.push(pattern)
  }

  /** What was seen and not allowed. */
  get unexpected(): string[] {
    return this.#seen.filter((text) => !this.#allowed.some((pattern) => pattern.test(text)))
  }

  /** Follows every page of this context from now on. A blocked script or style arrives as a console error, also without JavaScript. */
  watch(context: BrowserContext) {
    context.on('console', (message) => {
      if (message.type() === 'error')
        this.#seen.push(`console: ${message.text()} (${message.location().url})`)
    })
    context.on('weberror', (error) => this.#seen.push(`uncaught: ${error.error().message}`))
    context.on('request', (request) => {
      const url = new URL(request.url())
      if (/^(https?|wss?):$/u.test(url.protocol) && url.origin !== this.#origin) {
        this.#seen.push(`request to another origin: ${request.url()}`)
      }
    })
    context.on('response', (response) => {
      this.#checkPolicy(response)
    })
  }

  #checkPolicy(response: Response) {
    const headers = response.headers()
    if (response.request().resourceType() !== 'document' || !headers['content-type']?.startsWith('text/html'))
      return
    const policy = headers['content-security-policy'] ?? ''
    const sound = /script-src [^;]*'nonce-/u.test(policy) && !/unsafe-(inline|eval)/u.test(policy)
    if (!sound) this.#seen.push(`content security policy of ${response.url()}: “${policy}”`)
  }
}
