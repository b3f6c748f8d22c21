import type { HeadWords } from './find-layout'
import type { ColumnUse, HeadMeaning } from './import-field'
import { areMarks, markedKind } from './marks'
import { matchHead } from './match-head'

export type HeadUse = HeadWords & {
  use: ColumnUse | null
  how: 'exact' | 'likely' | 'chosen' | 'none'
  /** Another column means the same and was taken: the person is asked. */
  clash: boolean
}

/** What each column is taken for. `sample`: the texts of the first data rows by column. */
export function mapColumns(
  heads: readonly HeadWords[],
  sample: (column: number) => readonly string[],
): HeadUse[] {
  const marked = markColumns(heads, sample)
  const taken = new Map<HeadMeaning, number>()
  const matches = heads.map((head) => ({
    head,
    match: marked.has(head.column) ? null : matchHead(head.words),
  }))
  const wanted = matches.map(({ head, match }) => {
    if (!match) return null
    const means = match.means === 'levels' ? levelsOf(sample(head.column)) : match.means
    return means === null ? null : { means, how: match.how }
  })
  for (const how of ['exact', 'likely'] as const)
    for (const [at, want] of wanted.entries())
      if (want?.how === how && (want.means === 'keptByPortal' || !taken.has(want.means)))
        taken.set(want.means, at)
  return matches.map(({ head }, at): HeadUse => {
    const marks = marked.get(head.column)
    if (marks)
      return {
        ...head,
        use: { column: head.column, means: 'personalData', marks },
        how: 'exact',
        clash: false,
      }
    const want = wanted[at]
    if (!want) return { ...head, use: null, how: 'none', clash: false }
    const isTaken = want.means === 'keptByPortal' || taken.get(want.means) === at
    if (!isTaken) return { ...head, use: null, how: 'none', clash: true }
    return { ...head, use: { column: head.column, means: want.means }, how: want.how, clash: false }
  })
}

/** Two neighbours at least, or one whose word alone says the kind (特定個人情報 ○): else 個人情報 ○ is its own field. */
function markColumns(heads: readonly HeadWords[], sample: (column: number) => readonly string[]) {
  const candidates = heads.flatMap(({ column, words }, at) => {
    const kind = markedKind(words)
    return kind !== null && areMarks(sample(column)) ? [{ at, column, kind }] : []
  })
  const found = new Map<number, NonNullable<ColumnUse['marks']>>()
  for (const { at, column, kind } of candidates) {
    const hasNeighbour = candidates.some((other) => Math.abs(other.at - at) === 1)
    if (hasNeighbour || kind !== 'personal') found.set(column, kind)
  }
  return found
}

/** A column called only 分類: three levels in one cell, the schools' Ⅰ–Ⅳ, or the confidentiality. */
function levelsOf(texts: readonly string[]): HeadMeaning | null {
  const folded = texts
    .map((text) => text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase())
    .filter(Boolean)
  const share = (pattern: RegExp) =>
    folded.length > 0 && folded.filter((text) => pattern.test(text)).length >= folded.length * 0.6
  if (share(/[1-3][ABC]?\D+\d\D+\d|機密性.*完全性/u)) return 'levels'
  if (share(/^(?:重要性分類|分類)?(?:I{1,3}|IV)$/u)) return 'importance'
  return share(/^(?:自治体)?(?:機密性)?(?:3[ABC]?|2|1)$/u) ? 'confidentiality' : null
}
