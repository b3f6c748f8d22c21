/** Everything about a cookie that does not change from one request to the next. */
export type CookieShape = {
  name: string
  options: { httpOnly: true; sameSite: 'lax'; secure: boolean; path: '/'; maxAge?: number }
}

/** How long a browser stays known, in seconds: 180 days, as in the database. */
const knownFor = 180 * 24 * 60 * 60

/**
 * next-auth's session cookie and the one by which a browser is known, as PUBLIC_URL wants them: over https
 * `Secure` and with next-auth's prefix, over http neither. The only place that decides it (decision 6).
 */
export function cookiesFor(publicUrl: string): { session: CookieShape; browser: CookieShape } {
  const secure = new URL(publicUrl).protocol === 'https:'
  const prefix = secure ? '__Secure-' : ''
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const
  return {
    session: { name: `${prefix}next-auth.session-token`, options },
    browser: { name: `${prefix}daicho.browser`, options: { ...options, maxAge: knownFor } },
  }
}
