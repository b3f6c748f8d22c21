import { describe, expect, it } from 'vitest'
import { makeHeadersHonest } from './forwarded-headers.mjs'
import { trustedProxies } from './operator-settings.mjs'

/** @param {Record<string, string>} headers @param {{ from?: string, publicUrl?: string }} [options] */
function honest(headers, { from = '192.0.2.9', publicUrl } = {}) {
  const result = { host: 'localhost:3000', ...headers }
  makeHeadersHonest(result, { remoteAddress: from, proxies: trustedProxies('10.0.0.0/24'), publicUrl })
  return result
}

describe('the headers of a request', () => {
  it('lose every forwarded header that no trusted proxy sent', () => {
    const forged = {
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-host': 'evil',
      forwarded: 'for=1.2.3.4',
      'x-real-ip': '1.2.3.4',
    }
    expect(honest(forged)).toEqual({ host: 'localhost:3000', 'x-daicho-source': '192.0.2.9' })
  })

  it('lose a source and a nonce that somebody outside wrote', () => {
    const forged = { 'x-daicho-source': '127.0.0.1', 'x-nonce': 'a', 'x-middleware-subrequest': 'proxy' }
    expect(honest(forged)).toEqual({ host: 'localhost:3000', 'x-daicho-source': '192.0.2.9' })
  })

  it('name the client that the trusted proxy saw, not what the client claims', () => {
    const passed = { 'x-forwarded-for': '1.2.3.4, 198.51.100.7, 10.0.0.3' }
    expect(honest(passed, { from: '::ffff:10.0.0.2' })).toMatchObject({ 'x-daicho-source': '198.51.100.7' })
    expect(honest({ 'x-forwarded-for': 'unknown' }, { from: '10.0.0.2' })).toMatchObject({
      'x-daicho-source': '10.0.0.2',
    })
  })

  it('speak of the public address when there is one', () => {
    const result = honest(
      { 'x-forwarded-host': 'x', 'x-forwarded-proto': 'http' },
      { from: '10.0.0.2', publicUrl: 'https://daicho.example' },
    )
    expect(result).toMatchObject({ host: 'daicho.example', 'x-forwarded-proto': 'https' })
    expect(result).not.toHaveProperty('x-forwarded-host')
  })
})
