import { keptText } from '../content-rules'
import type { ReadField } from '../field-spelling'
import type { CellText } from './cells'
import type { NoticeCode, ProblemCode } from './problems'

/** What one cell says for one field. `value` null = explicitly none (無 in 委託先); blank = nothing was said. */
export type CellRead<T> =
  | { kind: 'blank' }
  | { kind: 'value'; value: T | null; notices?: readonly NoticeCode[] }
  | { kind: 'problem'; code: ProblemCode; args?: readonly string[] }

export const blank = { kind: 'blank' } as const
export const dashes = /^[-‐‑–—ー−－]+$/u
const noneWords = /^(?:無し?|なし|ナシ|該当なし|×|✕|[-‐‑–—ー−]+)$/u

/** A written apostrophe in front is Excel's way to say "text": levels, numbers, dates and marks don't have one. */
export function bareText(cell: CellText): string {
  return cell.text.trim().replace(/^['’]/u, '').trim()
}

export const formulaStart = /^[=+\-@\t]/u

/** A free text. `none`: 無 and × say that there is none. */
export function readText(cell: CellText, limit: number, none: boolean): CellRead<string> {
  const text = keptText(cell.text)
  if (text === '') return blank
  const folded = text.normalize('NFKC')
  if (none && noneWords.test(folded)) return { kind: 'value', value: null }
  if (dashes.test(folded)) return blank
  return asWritten(cell, text, limit)
}

/** A free text of our own writing: 「-」 and 「無」 are what somebody has entered. */
export function readOwnText(cell: CellText, limit: number): CellRead<string> {
  const text = keptText(cell.text)
  return text === '' ? blank : asWritten(cell, text, limit)
}

function asWritten(cell: CellText, text: string, limit: number): CellRead<string> {
  if (text.length > limit)
    return { kind: 'problem', code: 'tooLong', args: [String(limit), String(text.length)] }
  const looksLikeFormula = cell.as === 'text' && formulaStart.test(text) && text.length > 1
  return { kind: 'value', value: text, ...(looksLikeFormula ? { notices: ['looksLikeFormula'] } : {}) }
}

export function fromSpelling<T>(read: ReadField<T>, code: ProblemCode): CellRead<T> {
  if (read.kind === 'value') return { kind: 'value', value: read.value }
  return read.kind === 'blank' ? blank : { kind: 'problem', code }
}
