import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { environment } from '../env'
import { cookiesFor } from './session-cookie'
import { isSecret, newSecret } from './session-secret'

/** Seconds: as long as a session can last at all; the database decides how long it really does. */
const twelveHours = 12 * 60 * 60

/** next-auth's token holds the session's secret and nothing else; it is encrypted with SESSION_SECRET. */
export async function writeSessionToken(sessionSecret: string): Promise<void> {
  const { session } = cookiesFor(environment().publicUrl)
  const token = await encode({
    token: { session: sessionSecret },
    secret: environment().sessionSecret,
    maxAge: twelveHours,
  })
  const jar = await cookies()
  jar.set(session.name, token, session.options)
}

/** The secret in the request's cookie; null when there is none, or one that this portal did not write. */
export async function readSessionToken(): Promise<string | null> {
  const jar = await cookies()
  const token = jar.get(cookiesFor(environment().publicUrl).session.name)?.value
  if (!token) return null
  const known = opened.get(token)
  if (known) return known
  try {
    const content = await decode({ token, secret: environment().sessionSecret })
    const secret = content?.['session']
    if (typeof secret !== 'string' || !isSecret(secret)) return null
    remember(token, secret)
    return secret
  } catch {
    return null
  }
}

/** Tokens opened lately: a browser sends the same one with every request, and the database decides at each whether its session goes on. */
const opened = new Map<string, string>()
const openedAtMost = 1_000

function remember(token: string, secret: string): void {
  const [oldest] = opened.keys()
  if (opened.size >= openedAtMost && oldest !== undefined) opened.delete(oldest)
  opened.set(token, secret)
}

/** Every cookie that begins with the session's name: next-auth splits a long token into several. */
export async function clearSessionToken(): Promise<void> {
  const { session } = cookiesFor(environment().publicUrl)
  const jar = await cookies()
  for (const { name } of jar.getAll())
    if (name.startsWith(session.name)) jar.set(name, '', { ...session.options, maxAge: 0 })
}

/** By what this browser may be known; a new one gets its secret now and keeps it once it has signed in. */
export async function browserSecret(): Promise<string> {
  const jar = await cookies()
  const kept = jar.get(cookiesFor(environment().publicUrl).browser.name)?.value
  return isSecret(kept) ? kept : newSecret()
}

export async function rememberBrowser(secret: string): Promise<void> {
  const { browser } = cookiesFor(environment().publicUrl)
  const jar = await cookies()
  jar.set(browser.name, secret, browser.options)
}
