import iconv from 'iconv-lite'

const known = new Map<string, boolean>()
/** What is known of each code unit: 0 not asked yet, 1 there, 2 lacking (also halves of what lies beyond). */
const units = new Uint8Array(0x1_0000)

/** Whether CP932 (Windows' Shift_JIS) has the character, so that it comes back as the same. */
function has(character: string): boolean {
  let answer = known.get(character)
  if (answer === undefined) {
    answer = iconv.decode(iconv.encode(character, 'cp932'), 'cp932') === character
    known.set(character, answer)
  }
  return answer
}

/** The common case, quickly: nothing is lacking. */
function hasAll(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (units[unit] === 0) units[unit] = has(String.fromCharCode(unit)) ? 1 : 2
    if (units[unit] === 2) return false
  }
  return true
}

/** The characters of a text that CP932 lacks, each once, in the order of the text. */
export function lackingIn(text: string): readonly string[] {
  if (hasAll(text)) return []
  return [...new Set(text)].filter((character) => !has(character))
}

/** Signs that Unicode has twice, or that CP932 has in a likely shape. */
const alike = new Map([
  ['\u301c', '～'],
  ['\u2212', '－'],
  ['\u2013', '－'],
  ['\u2014', '―'],
  ['\u2016', '∥'],
  ['\u00a2', '￠'],
  ['\u00a3', '￡'],
  ['\u00a5', '￥'],
  ['\u00ac', '￢'],
  ['\u203e', '￣'],
  ['\u2022', '・'],
  ['\u00b7', '・'],
  ['\u00a0', ' '],
])
const unknown = '〓'
/** Marks that choose a variant of the character before them: without them the plain one stands. */
const variationSelector = /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u

/** What stands for a character that CP932 lacks: one alike, else 〓. Lossy, and only on somebody's wish. */
export function standInFor(character: string): string {
  if (variationSelector.test(character)) return ''
  const likely = alike.get(character) ?? character.normalize('NFKC')
  return likely !== character && lackingIn(likely).length === 0 ? likely : unknown
}

/** The text with a stand-in for each character that CP932 lacks, and how many there were. */
export function replaceLacking(text: string): { text: string; replaced: number } {
  if (hasAll(text)) return { text, replaced: 0 }
  const composed = text.normalize('NFC')
  const characters = Array.from(composed)
  const lacking = characters.filter((character) => !has(character)).length
  const out = characters.map((character) => (has(character) ? character : standInFor(character)))
  return { text: out.join(''), replaced: lacking || 1 }
}
