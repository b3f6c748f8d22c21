import type { LevelAxis, Level } from './scheme'

const words: Record<LevelAxis, RegExp> = {
  confidentiality: /^(自治体|教育)?(機密性|C(?=[:=]))[:=]?/u,
  integrity: /^(自治体|教育)?(完全性|I(?=[:=]))[:=]?/u,
  availability: /^(自治体|教育)?(可用性|A(?=[:=]))[:=]?/u,
  importance: /^(重要性分類|重要性|分類)[:=]?/u,
}
const romanOfDigit: Readonly<Record<string, string>> = { '1': 'I', '2': 'II', '3': 'III', '4': 'IV' }
const anyAxis = /(機密性|完全性|可用性|重要性)/u

const foldLabel = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()

export type ReadLevel =
  { kind: 'level'; code: string } | { kind: 'blank' } | { kind: 'unknown'; text: string }

/**
 * The level that somebody wrote, among those of the given scheme. NFKC first (Ⅱ becomes II, ３Ｂ becomes 3B), then the
 * name of the axis is dropped; what the city calls a level is read, too: `3B`, `３Ｂ`, `自治体機密性3B`, `機密性３Ｂ`, `3b`; Ⅱ also as II, 2, ２.
 */
export function readLevel(axis: LevelAxis, text: string | null, levels: readonly Level[]): ReadLevel {
  const folded = foldLabel(text ?? '')
  if (/^[-‐‑–—ー−]*$/u.test(folded)) return { kind: 'blank' }
  const unknown: ReadLevel = { kind: 'unknown', text: (text ?? '').trim() }
  const bare = folded.replace(words[axis], '').replace(/^レベル|^区分/u, '')
  // 「可用性2」 in the column of integrity is a slip of the row, not a level of integrity.
  if (anyAxis.test(bare)) return unknown
  const wanted = axis === 'importance' ? (romanOfDigit[bare] ?? bare) : bare
  const level = levels.find(
    (known) =>
      known.axis === axis && (known.code.toUpperCase() === wanted || foldLabel(known.label) === folded),
  )
  return level ? { kind: 'level', code: level.code } : unknown
}
