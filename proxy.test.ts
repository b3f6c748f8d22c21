import { NextRequest } from 'next/server'
import { afterEach, expect, test, vi } from 'vitest'
import { proxy } from './proxy'

const url = 'http://daicho.city.local:3000/assets'
const ask = (method: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(url, { method, headers: { host: 'daicho.city.local:3000', ...headers } }))

afterEach(() => {
  vi.unstubAllEnvs()
})

test('a page gets a policy with a fresh nonce and no inline anything', () => {
  const [first, second] = [ask('GET'), ask('GET')].map((answer) =>
    answer.headers.get('content-security-policy'),
  )
  expect(first).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/)
  expect(first).not.toContain('unsafe')
  expect(first).not.toBe(second)
})

test('a page is not stored and, over http, not tied to https', () => {
  const answer = ask('GET')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('strict-transport-security')).toBeNull()
})

test('a form sent from another origin is refused before anything runs', async () => {
  const answer = ask('POST', { origin: 'http://elsewhere.example' })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('保存や変更は行われていません')
})

test('an opaque origin is refused', () => {
  expect(ask('POST', { origin: 'null' }).status).toBe(403)
})

test('a form of the portal itself passes', () => {
  expect(ask('POST', { origin: 'http://daicho.city.local:3000' }).status).toBe(200)
})

test('with PUBLIC_URL its origin alone counts, whatever the Host says', () => {
  vi.stubEnv('PUBLIC_URL', 'https://daicho.example.lg.jp')
  expect(ask('POST', { origin: 'https://daicho.example.lg.jp' }).status).toBe(200)
  expect(ask('POST', { origin: 'http://daicho.city.local:3000' }).status).toBe(403)
})

test('https in PUBLIC_URL switches HSTS on', () => {
  vi.stubEnv('PUBLIC_URL', 'https://daicho.example.lg.jp')
  expect(ask('GET').headers.get('strict-transport-security')).toContain('max-age')
})
