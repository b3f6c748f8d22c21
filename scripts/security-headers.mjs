import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** @typedef {{ title: string, happened: string, saved: string, todo: string }} ErrorWords */
/** @type {{ foreignOrigin: ErrorWords }} */
const words = JSON.parse(readFileSync(new URL('../lib/labels/error-pages.json', import.meta.url), 'utf8'))

/** For every answer, static files too. No HSTS over http. */
const always = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
}

/**
 * The policy of one answer. `dev` needs eval and inline styles for the framework's own overlay.
 * @param {string} nonce @param {boolean} dev
 */
function contentPolicy(nonce, dev) {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * Sets the answer's headers and, in the request, what Next reads there: the policy with its nonce, and the address for
 * the way back after signing in, which a page itself is not told. Whatever the client sent in their place is replaced.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ publicUrl: string | undefined, dev: boolean }} portal
 */
export function setSecurityHeaders(request, response, { publicUrl, dev }) {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
  if (publicUrl?.startsWith('https://')) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
  const url = request.url ?? '/'
  delete request.headers['content-security-policy-report-only']
  request.headers['x-daicho-path'] = url
  if (url.startsWith('/_next/static/')) return
  const policy = contentPolicy(Buffer.from(randomUUID()).toString('base64'), dev)
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
  if (url !== '/icon.svg') response.setHeader('Cache-Control', 'no-store')
}

/**
 * Whether a request that changes something comes from elsewhere than the portal's own pages (PUBLIC_URL, else the Host).
 * @param {import('node:http').IncomingMessage} request @param {string | undefined} publicUrl
 */
function isForeign({ method, headers }, publicUrl) {
  if (method === 'GET' || method === 'HEAD') return false
  const { origin } = headers
  if (origin === undefined) return false
  if (!URL.canParse(origin)) return true
  if (publicUrl && URL.canParse(publicUrl)) return new URL(publicUrl).origin !== origin
  return new URL(origin).host !== headers.host
}

/**
 * Answers a form sent from another origin with 403 in words, before anything runs; false when there is nothing to refuse.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string | undefined} publicUrl
 */
export function refuseForeign(request, response, publicUrl) {
  if (!isForeign(request, publicUrl)) return false
  const { title, happened, saved, todo } = words.foreignOrigin
  const body = [happened, saved, todo].map((sentence) => `<p>${sentence}</p>`).join('')
  response.writeHead(403, { 'content-type': 'text/html; charset=utf-8' })
  response.end(
    `<!doctype html><html lang="ja"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}</html>`,
  )
  return true
}
