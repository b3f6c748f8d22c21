import http from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refuseForeign, setSecurityHeaders } from './security-headers.mjs'

/** @type {http.Server} */
let server
/** @type {string} */
let url
/** What stood in the request when Next would have got it. @type {http.IncomingHttpHeaders} */
let handedOn = {}
/** @type {{ publicUrl: string | undefined, dev: boolean }} */
let portal
beforeAll(async () => {
  server = http.createServer((request, response) => {
    setSecurityHeaders(request, response, portal)
    if (refuseForeign(request, response, portal.publicUrl)) return
    handedOn = request.headers
    response.end('a page')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}`
})
afterAll(() => new Promise((resolve) => server.close(() => resolve(undefined))))

/** @param {RequestInit} [init] @param {{ path?: string, publicUrl?: string }} [where] */
function ask(init = {}, { path = '/assets?zone=lgwan', publicUrl } = {}) {
  portal = { publicUrl, dev: false }
  return fetch(`${url}${path}`, init)
}
/** @param {string} origin @param {string} [publicUrl] */
const send = (origin, publicUrl) =>
  ask({ method: 'POST', headers: { origin } }, publicUrl ? { publicUrl } : {})

it('gives a page a policy with a fresh nonce and no inline anything', async () => {
  const [first, second] = [await ask(), await ask()].map((answer) =>
    answer.headers.get('content-security-policy'),
  )
  expect(first).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/)
  expect(first).not.toContain('unsafe')
  expect(first).not.toBe(second)
})

it('hands the policy and the address on, whatever the client sent in their place', async () => {
  const forged = { 'content-security-policy': "script-src 'nonce-a'", 'x-daicho-path': '/elsewhere' }
  const answer = await ask({ headers: forged })
  expect(handedOn['content-security-policy']).toBe(answer.headers.get('content-security-policy'))
  expect(handedOn['x-daicho-path']).toBe('/assets?zone=lgwan')
})

it('has a page stored nowhere and, over http, not tied to https', async () => {
  const { headers } = await ask()
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('strict-transport-security')).toBeNull()
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
})

it('lets files of the build be stored', async () => {
  const { headers } = await ask({}, { path: '/_next/static/chunks/a.js' })
  expect(headers.get('cache-control')).toBeNull()
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

it('ties a browser to https where the public address says so', async () => {
  const { headers } = await ask({}, { publicUrl: 'https://daicho.city.example' })
  expect(headers.get('strict-transport-security')).toContain('max-age')
})

it('refuses a form sent from another origin before anything runs', async () => {
  handedOn = {}
  const answer = await send('http://elsewhere.example')
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('保存や変更は行われていません')
  expect(handedOn).toEqual({})
})

it('refuses an opaque origin', async () => {
  expect((await send('null')).status).toBe(403)
})

it('lets a form of the portal itself pass', async () => {
  expect((await send(url)).status).toBe(200)
  expect((await send('https://daicho.city.example', 'https://daicho.city.example')).status).toBe(200)
  expect((await send(url, 'https://daicho.city.example')).status).toBe(403)
})
