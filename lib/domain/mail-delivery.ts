/**
 * How an attempt to hand a mail over ended. sent: the server took it; refused: it said no; notReached: nothing of the
 * mail was sent; unknown: the connection or the process ended after that, so that nobody can say.
 */
export type AttemptResult = 'sent' | 'refused' | 'notReached' | 'unknown'
export type MailState = 'queued' | 'sending' | 'sent' | 'failed' | 'gaveUp' | 'unsure'

/** Minutes until the next attempt, after the first, second … that failed; then the mail is given up. */
export const backOff = [1, 5, 30, 120, 360, 720] as const

export type AfterAttempt = { state: Exclude<MailState, 'sending'>; again: number | null; unclear: number }

/**
 * What becomes of a mail after an attempt. `attempts` counts it; `unclear`: attempts before it that ended unknown. After
 * one of those it is sent once more, saying so; after a second there is no third (once, at worst twice).
 */
export function afterAttempt(
  { attempts, unclear }: { attempts: number; unclear: number },
  result: AttemptResult,
): AfterAttempt {
  if (result === 'sent') return { state: 'sent', again: null, unclear }
  if (result === 'unknown')
    return unclear === 0
      ? { state: 'queued', again: 0, unclear: 1 }
      : { state: 'unsure', again: null, unclear: 2 }
  const again = backOff[attempts - 1]
  return again === undefined ? { state: 'gaveUp', again: null, unclear } : { state: 'failed', again, unclear }
}
