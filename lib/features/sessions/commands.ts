import 'server-only'
import type { Outcome } from '@/lib/platform/change'
import type { May } from '@/lib/platform/authorize'
import { Busy } from '@/lib/platform/auth/bounded-work'
import { attemptSignIn, endSession, signInChallenge, type Visitor } from '@/lib/platform/auth/gate'
import { deriveKey } from '@/lib/platform/auth/hashing'
import { newSecret } from '@/lib/platform/auth/session-secret'
import type { SignInInput } from './schema'

export type OpenedSession =
  | { outcome: 'opened'; sessionSecret: string; mustChange: boolean }
  | { outcome: 'refused' | 'wait'; waitSeconds: number }
  | { outcome: 'busy' }

/**
 * One attempt to sign in; the database compares, slows down and records it. 'refused' and how long it took say
 * nothing about whether the login ID exists. Nobody holds a permission yet, so it takes none.
 */
export async function openSession(input: SignInInput, visitor: Visitor): Promise<OpenedSession> {
  const challenge = await signInChallenge(input.loginId, visitor)
  if (challenge.waitSeconds > 0) return { outcome: 'wait', waitSeconds: challenge.waitSeconds }
  try {
    const key = await deriveKey(input.password, challenge.salt, challenge)
    const sessionSecret = newSecret()
    const answer = await attemptSignIn(input.loginId, key, sessionSecret, visitor)
    return answer.outcome === 'opened'
      ? { outcome: 'opened', sessionSecret, mustChange: answer.mustChange }
      : { outcome: answer.outcome, waitSeconds: answer.waitSeconds }
  } catch (error) {
    if (error instanceof Busy) return { outcome: 'busy' }
    throw error
  }
}

/** Ends one of one's own sessions or, with account.reset, somebody's. */
export async function endOpenSession(
  actor: May<'self.manage' | 'account.reset'>,
  id: bigint,
): Promise<Outcome<null, 'gone'>> {
  return (await endSession(actor, id)) ? { result: null } : { refused: 'gone' }
}
