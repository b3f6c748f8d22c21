import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Grant } from '@/lib/domain/access'
import { readSessionToken } from './auth/session-token'
import { movedClock } from './clock'
import { clients } from './database'
import { viewerAnswer, type PasswordReset } from './auth/viewer-answer'

const secretKey: unique symbol = Symbol('session secret')

/** A grant in force today, with the words for where it counts; null where the scope has none. */
export type ViewerGrant = Grant & {
  department: string | null
  bureau: string | null
  executiveBody: string | null
  /** In whose post a deputy acts; null in one's own. */
  deputyForName: string | null
}

/** Who is signed in, as the database says at this request. */
export type Viewer = {
  readonly personId: bigint
  readonly name: string
  readonly loginId: string
  readonly sessionId: bigint
  /** Signed in with a one-time password: nothing else is possible before it is changed. */
  readonly mustChangePassword: boolean
  /** Somebody reset the password; told until one is chosen, and on the password page afterwards. */
  readonly passwordReset: PasswordReset | null
  readonly grants: readonly ViewerGrant[]
  /** Today in Asia/Tokyo, yyyy-mm-dd; moved while DAICHO_NOW is. */
  readonly today: string
  /** The city's name, as a setting; null before one is given. */
  readonly city: string | null
  /** Which edition of the reference rows (departments, schemes, words) is the newest. */
  readonly referenceEdition: bigint
  readonly sampleData: boolean
  readonly clockMoved: boolean
  /** How many things wait for this person's decision or answer. */
  readonly waiting: number
  /** How many notices are unread. */
  readonly notices: number
  /** Neither listed nor serialised: a logged viewer signs nobody in. Read it with sessionSecretOf. */
  readonly [secretKey]: string
}

export function sessionSecretOf(viewer: Viewer): string {
  return viewer[secretKey]
}

/** The viewer of a session's secret: one statement. Null when it has ended, was idle for 30 minutes, or never was. */
export async function resumeSession(sessionSecret: string): Promise<Viewer | null> {
  const [row] = await clients().reader.$queryRaw<
    { answer: unknown }[]
  >`select resume_session(${sessionSecret}, ${movedClock()}) as answer`
  const known = viewerAnswer.parse(row?.answer ?? null)
  if (!known) return null
  const viewer = { ...known, [secretKey]: sessionSecret }
  Object.defineProperty(viewer, secretKey, { enumerable: false, writable: false })
  return viewer
}

/** The signed-in person of this request, asked once. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const sessionSecret = await readSessionToken()
  return sessionSecret === null ? null : resumeSession(sessionSecret)
})

/** For pages: the viewer, or off to signing in and back; with a one-time password, to choosing an own one. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer()
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(await pathOfRequest())}`)
  if (viewer.mustChangePassword) redirect(`/first-password?next=${encodeURIComponent(await pathOfRequest())}`)
  return viewer
}

/** The address asked for, which server.mjs hands on: a page itself is not told. */
async function pathOfRequest(): Promise<string> {
  return (await headers()).get('x-daicho-path') ?? '/'
}
