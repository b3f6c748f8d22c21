import 'server-only'
import type { May } from '../authorize'
import { movedClock } from '../clock'
import { clients, type WriteDb } from '../database'
import { sessionSecretOf, type Viewer } from '../viewer'
import type { DerivedKey, HashingCost } from './hashing'

/*
 * The functions of the sign-in migrations, as the serving roles call them. They check for themselves who calls,
 * and write their own events (also for what is refused), so they do not go through change().
 */

/** A salt with its cost, and how many seconds any answer would still be refused. */
export type Challenge = HashingCost & { salt: Uint8Array; waitSeconds: number }
/** Whoever knocks: the browser's address and name, and the sha256 of the cookie by which it may be known. */
export type Visitor = { source: string; userAgent: string; browserHash: Uint8Array<ArrayBuffer> }

export type SignInAnswer = {
  outcome: 'opened' | 'refused' | 'wait'
  waitSeconds: number
  mustChange: boolean
}

export async function signInChallenge(loginId: string, visitor: Visitor): Promise<Challenge> {
  return asVisitor(async (db) => {
    const rows = await db.$queryRaw<Challenge[]>`
      select salt, memory_kib as "memoryKib", passes, lanes, wait_seconds as "waitSeconds"
      from sign_in_challenge(${loginId}, ${visitor.source}, ${visitor.browserHash})`
    return only(rows)
  })
}

export async function attemptSignIn(
  loginId: string,
  key: Uint8Array<ArrayBuffer>,
  sessionSecret: string,
  visitor: Visitor,
): Promise<SignInAnswer> {
  return asVisitor(async (db) => {
    const rows = await db.$queryRaw<SignInAnswer[]>`
      select outcome, wait_seconds as "waitSeconds", must_change as "mustChange"
      from sign_in(${loginId}, ${key}, ${sessionSecret}, ${visitor.source}, ${visitor.userAgent}, ${visitor.browserHash})`
    return only(rows)
  })
}

/** Ends the viewer's own session; also while a one-time password waits to be changed. */
export async function endOwnSession(viewer: Viewer): Promise<void> {
  await asPerson(viewer, 'self.manage', (db) => db.$queryRaw`select sign_out()`)
}

/** False when there is no such session, it has ended, or it is out of reach. */
export async function endSession(actor: May<'self.manage' | 'account.reset'>, id: bigint): Promise<boolean> {
  const rows = await asPerson(
    actor.viewer,
    actor.permission,
    (db) => db.$queryRaw<{ ended: boolean }[]>`select end_session(${id}) as ended`,
  )
  return only(rows).ended
}

/** Null for somebody who has no password (the session came from elsewhere). */
export async function passwordChallenge(actor: May<'self.manage'>): Promise<Challenge | null> {
  const rows = await asPerson(
    actor.viewer,
    actor.permission,
    (db) => db.$queryRaw<Challenge[]>`
      select salt, memory_kib as "memoryKib", passes, lanes, wait_seconds as "waitSeconds" from password_challenge()`,
  )
  return rows[0] ?? null
}

export async function replacePassword(
  actor: May<'self.manage'>,
  presentKey: Uint8Array<ArrayBuffer>,
  chosen: DerivedKey,
): Promise<{ outcome: 'changed' | 'wrong' | 'wait'; waitSeconds: number; endedSessions: number }> {
  const rows = await asPerson(
    actor.viewer,
    actor.permission,
    (db) => db.$queryRaw<
      { outcome: 'changed' | 'wrong' | 'wait'; waitSeconds: number; endedSessions: number }[]
    >`select outcome, wait_seconds as "waitSeconds", ended_sessions as "endedSessions"
      from change_password(${presentKey}, ${chosen.salt}, ${chosen.key},
        ${chosen.memoryKib}, ${chosen.passes}, ${chosen.lanes})`,
  )
  return only(rows)
}

export async function issueOneTimePassword(
  actor: May<'account.reset'>,
  personId: bigint,
  issued: DerivedKey,
): Promise<{ outcome: 'reset' | 'self' | 'unknown'; until: Date | null }> {
  const rows = await asPerson(
    actor.viewer,
    actor.permission,
    (db) => db.$queryRaw<{ outcome: 'reset' | 'self' | 'unknown'; until: Date | null }[]>`
      select outcome, one_time_until as until from reset_password(${personId}, ${issued.salt}, ${issued.key},
        ${issued.memoryKib}, ${issued.passes}, ${issued.lanes})`,
  )
  return only(rows)
}

async function asVisitor<T>(work: (db: WriteDb) => Promise<T>): Promise<T> {
  return clients().writer.$transaction(async (db) => {
    await db.$queryRaw`select set_config('app.now', ${movedClock()}, true)`
    return work(db)
  })
}

async function asPerson<T>(
  viewer: Viewer,
  permission: string,
  work: (db: WriteDb) => Promise<T>,
): Promise<T> {
  return clients().writer.$transaction(async (db) => {
    await db.$queryRaw`select set_config('app.session', ${sessionSecretOf(viewer)}, true),
      set_config('app.permission', ${permission}, true), set_config('app.now', ${movedClock()}, true)`
    return work(db)
  })
}

function only<T>(rows: T[]): T {
  const [row] = rows
  if (!row) throw new Error('a function of the sign-in migrations answered nothing')
  return row
}
