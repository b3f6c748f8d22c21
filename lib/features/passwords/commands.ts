import 'server-only'
import type { May } from '@/lib/platform/authorize'
import { Busy } from '@/lib/platform/auth/bounded-work'
import { issueOneTimePassword, passwordChallenge, replacePassword } from '@/lib/platform/auth/gate'
import { deriveKey, deriveNewKey } from '@/lib/platform/auth/hashing'
import { newOneTimePassword } from '@/lib/platform/auth/one-time-password'

export type ChangedPassword =
  { outcome: 'changed' } | { outcome: 'wrong' | 'wait'; waitSeconds: number } | { outcome: 'busy' | 'none' }

/** One's own change, the present password proved once more; ends all other sessions. Rules are checked before. */
export async function changeOwnPassword(
  actor: May<'self.manage'>,
  present: string,
  chosen: string,
): Promise<ChangedPassword> {
  const challenge = await passwordChallenge(actor)
  if (!challenge) return { outcome: 'none' }
  if (challenge.waitSeconds > 0) return { outcome: 'wait', waitSeconds: challenge.waitSeconds }
  try {
    const presentKey = await deriveKey(present, challenge.salt, challenge)
    const answer = await replacePassword(actor, presentKey, await deriveNewKey(chosen))
    return answer.outcome === 'changed'
      ? { outcome: 'changed' }
      : { outcome: answer.outcome, waitSeconds: answer.waitSeconds }
  } catch (error) {
    if (error instanceof Busy) return { outcome: 'busy' }
    throw error
  }
}

export type IssuedPassword =
  { outcome: 'issued'; password: string; until: Date } | { outcome: 'self' | 'unknown' | 'busy' }

/** A one-time password for somebody else, answered once; ends that person's sessions and is recorded. */
export async function resetPasswordOf(
  actor: May<'account.reset'>,
  personId: bigint,
): Promise<IssuedPassword> {
  const password = newOneTimePassword()
  try {
    const { outcome, until } = await issueOneTimePassword(actor, personId, await deriveNewKey(password))
    if (outcome === 'reset' && until) return { outcome: 'issued', password, until }
    return { outcome: outcome === 'self' ? 'self' : 'unknown' }
  } catch (error) {
    if (error instanceof Busy) return { outcome: 'busy' }
    throw error
  }
}
