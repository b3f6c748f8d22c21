import 'server-only'
import { headers } from 'next/headers'
import { secretHash } from './session-secret'
import type { Visitor } from './gate'

/**
 * Who knocks. The address comes in a header that our own server writes over whatever the browser sent; only a
 * named proxy is believed about it (TRUSTED_PROXY).
 */
export async function visitorOf(browserSecret: string): Promise<Visitor> {
  const sent = await headers()
  return {
    source: sent.get('x-daicho-source') ?? '',
    userAgent: (sent.get('user-agent') ?? '').slice(0, 400),
    browserHash: secretHash(browserSecret),
  }
}
