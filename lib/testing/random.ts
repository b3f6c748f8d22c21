export type Random = {
  below: (limit: number) => number
  pick: <T>(choices: readonly T[]) => T
  /** True once in so many. */
  once: (inSo: number) => boolean
  shuffled: <T>(items: readonly T[]) => T[]
}

/** mulberry32: the same numbers for the same seed everywhere. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  const pick = <T>(choices: readonly T[]): T => {
    const chosen = choices[below(choices.length)]
    if (chosen === undefined) throw new RangeError('nothing to pick from')
    return chosen
  }
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: below(1 << 30) }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  return { below, pick, once: (inSo) => below(inSo) === 0, shuffled }
}
