/** The same numbers for the same seed (mulberry32), each at least 0 and below 1. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pieces = [
  ...Array.from('=+-@\'"\t\r\n,;|&<> _xあ髙﨑①Ⅱ㈱～〜－−∥‖—𠮷🏛0９'),
  '_x000D_',
  '&amp;',
  ']]>',
  '\u0001',
  '\u001f',
  '\ufffe',
  'か\u3099',
  '葛\u{e0100}',
  '\u00a0',
]

/** A short text of what files stumble over: signs of formulas, quotes, breaks, escapes, rare characters. */
export function randomText(seed: number): string {
  const random = seededRandom(seed)
  return Array.from(
    { length: Math.floor(random() * 7) },
    () => pieces[Math.floor(random() * pieces.length)],
  ).join('')
}
