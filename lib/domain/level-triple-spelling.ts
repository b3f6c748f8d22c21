import type { LevelAxis } from './scheme'

export type LevelTexts = Partial<Record<LevelAxis, string>>

const named = /(機密性|完全性|可用性)[:=]?([0-9]+[A-C]?)/gu
const lettered = /(?:^|[^A-Z0-9])([CIA])[:=(]?([0-9]+[A-C]?)/gu
const axes: readonly LevelAxis[] = ['confidentiality', 'integrity', 'availability']

/**
 * Three levels in one cell, each as somebody wrote it: 「3B/2/2」「C3B I2 A2」「3B・2・1」「機密性3B 完全性2 可用性2」.
 * Null when it is none of these; then nobody guesses.
 */
export function readLevelTriple(text: string): LevelTexts | null {
  const folded = text.normalize('NFKC').toUpperCase().trim()
  const words = [...folded.replace(/\s+/gu, '').matchAll(named)]
  if (words.length > 0) return collect(words.map(([, axis = '', level = '']) => [axisOf(axis), level]))
  const letters = [...folded.matchAll(lettered)]
  if (letters.length >= 2) return collect(letters.map(([, axis = '', level = '']) => [axisOf(axis), level]))
  const parts = folded.split(/[\s/・,、,;|-]+/u).filter((part) => part !== '')
  if (parts.length !== 3 || !parts.every((part) => /^\d[A-C]?$/u.test(part))) return null
  return collect(parts.map((part, at) => [axes[at] ?? 'confidentiality', part]))
}

function axisOf(word: string): LevelAxis {
  if (/^(?:完全性|I)$/u.test(word)) return 'integrity'
  return /^(?:可用性|A)$/u.test(word) ? 'availability' : 'confidentiality'
}

function collect(pairs: readonly (readonly [LevelAxis, string])[]): LevelTexts | null {
  const found: LevelTexts = {}
  for (const [axis, level] of pairs) {
    if (found[axis] !== undefined) return null
    found[axis] = level
  }
  return found
}
