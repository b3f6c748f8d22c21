import { describe, expect, test } from 'vitest'
import { afterAttempt, backOff, type AttemptResult } from './mail-delivery'

describe('what becomes of a mail after an attempt', () => {
  test('what the server took is sent, and stays so', () => {
    expect(afterAttempt({ attempts: 1, unclear: 0 }, 'sent')).toEqual({
      state: 'sent',
      again: null,
      unclear: 0,
    })
    expect(afterAttempt({ attempts: 2, unclear: 1 }, 'sent')).toEqual({
      state: 'sent',
      again: null,
      unclear: 1,
    })
  })

  test.each(['refused', 'notReached'] as const)(
    '%s is tried again ever later, seven times in all',
    (result) => {
      const told = [1, 2, 3, 4, 5, 6, 7].map((attempts) => afterAttempt({ attempts, unclear: 0 }, result))
      expect(told.map(({ again }) => again)).toEqual([1, 5, 30, 120, 360, 720, null])
      expect(told.map(({ state }) => state)).toEqual([...backOff.map(() => 'failed'), 'gaveUp'])
    },
  )

  test('an attempt without an answer is made once more; a second one is the last', () => {
    expect(afterAttempt({ attempts: 1, unclear: 0 }, 'unknown')).toMatchObject({
      state: 'queued',
      again: 0,
      unclear: 1,
    })
    expect(afterAttempt({ attempts: 2, unclear: 1 }, 'unknown')).toMatchObject({
      state: 'unsure',
      again: null,
      unclear: 2,
    })
  })

  test('whatever happens in whatever order, a server has taken at most two, and the second said so', () => {
    const results: AttemptResult[] = ['sent', 'refused', 'notReached', 'unknown']
    const walk = (attempts: number, unclear: number, taken: number): void => {
      for (const result of results) {
        // The worst of an unknown one: it was taken.
        const now = taken + (result === 'sent' || result === 'unknown' ? 1 : 0)
        if (now === 2 && taken === 1) expect(unclear).toBe(1)
        expect(now).toBeLessThanOrEqual(2)
        const next = afterAttempt({ attempts, unclear }, result)
        if (next.state === 'queued' || next.state === 'failed') walk(attempts + 1, next.unclear, now)
      }
    }
    walk(1, 0, 0)
  })
})
