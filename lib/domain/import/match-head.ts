import { columnSynonyms } from './column-synonyms'
import type { HeadMeaning } from './import-field'

export type HeadMatch = { means: HeadMeaning; how: 'exact' | 'likely' }

const meanings = Object.keys(columnSynonyms).filter((key): key is HeadMeaning => key in columnSynonyms)
const within = new Map(
  meanings.map((means) => [means, new RegExp(columnSynonyms[means].source.slice(1, -1), 'gu')]),
)

const foldedBefore = new Map<string, string>()

/** NFKC, capitals, no white space, without the numbering and the stars around it: ①　資産名称※ → 資産名称. */
export function foldHead(word: string): string {
  // Every row is asked whether it says the head again: its short words are those of the rows above.
  const known = foldedBefore.get(word)
  if (known !== undefined) return known
  const made = fold(word)
  if (word.length <= 40 && foldedBefore.size < 5_000) foldedBefore.set(word, made)
  return made
}

function fold(word: string): string {
  const folded = word
    .trim()
    .replace(/^[\u2460-\u2473\u2776-\u277F]/u, '')
    .normalize('NFKC')
    .replace(/[\s\u200B]+/gu, '')
    .toUpperCase()
    .replace(/[※*★☆][\d]*|[(【[]?(必須|任意|必ず記入)[)】\]]?/gu, '')
  const bare = folded.replace(/^(?:\(?\d{1,2}\)|\d{1,2}[.、:．])/u, '')
  return (bare === '' ? folded : bare).replace(/^[■●◆○◎・:]+|[:。]+$/gu, '')
}

const withoutBrackets = (word: string) => word.replace(/[(【[<〔].*?[)】\]>〕]/gu, '')

function exactly(word: string): HeadMeaning | null {
  return meanings.find((means) => columnSynonyms[means].test(word)) ?? null
}

/** A known word of at least three letters inside a longer one; the longest wins. */
function likely(word: string): HeadMeaning | null {
  let best: { means: HeadMeaning; length: number } | null = null
  for (const [means, pattern] of within)
    for (const [found] of word.matchAll(pattern))
      if (found.length >= 3 && found.length > (best?.length ?? 0)) best = { means, length: found.length }
  return best?.means ?? null
}

/** What a head says, from its words top to bottom: the words joined first, then the lowest, then the one above. */
export function matchHead(words: readonly string[]): HeadMatch | null {
  const folded = words.map(foldHead).filter((word) => word !== '')
  const lowest = folded.at(-1)
  if (lowest === undefined || lowest.length > 60) return null
  const pair = folded.slice(-2).join('')
  const forms = [folded.join(''), pair, lowest].flatMap((word) => [word, withoutBrackets(word)])
  for (const form of forms) {
    const means = exactly(form)
    if (means !== null) return { means, how: 'exact' }
  }
  const inside = likely(lowest) ?? likely(pair)
  if (inside !== null) return { means: inside, how: 'likely' }
  const above = folded.length > 1 && /^[(\d]/u.test(lowest) ? exactly(folded.at(-2) ?? '') : null
  return above === null ? null : { means: above, how: 'likely' }
}
