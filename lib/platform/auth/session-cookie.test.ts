import { expect, test } from 'vitest'
import { cookiesFor } from './session-cookie'

test('over https both cookies are Secure and carry the prefix that browsers enforce', () => {
  const { session, browser } = cookiesFor('https://daicho.city.example.invalid')
  expect(session.name).toBe('__Secure-next-auth.session-token')
  expect([session, browser].map((cookie) => cookie.options.secure)).toEqual([true, true])
  expect(browser.name).toMatch(/^__Secure-/)
})

test('over http neither is Secure, or no browser would send it back', () => {
  const { session, browser } = cookiesFor('http://localhost:3000')
  expect(session.name).toBe('next-auth.session-token')
  expect([session, browser].map((cookie) => cookie.options.secure)).toEqual([false, false])
})

test('no script reads them and no other site sends them with a form', () => {
  for (const { options } of Object.values(cookiesFor('http://localhost:3000')))
    expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
})
