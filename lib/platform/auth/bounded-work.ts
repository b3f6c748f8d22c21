/** Too many wait already; nothing was done. Trying again a little later is right. */
export class Busy extends Error {}

/**
 * Lets at most `running` pieces of work run at once and at most `waiting` more wait, first come first served.
 * Whoever comes on top of that gets `Busy` at once.
 */
export function boundedWork(limit: { running: number; waiting: number }) {
  let running = 0
  const queue: (() => void)[] = []

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= limit.running) {
      if (queue.length >= limit.waiting) throw new Busy('too many are waiting')
      // The one who finishes hands its place on, so `running` stays as it is.
      await new Promise<void>((start) => queue.push(start))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
