import type { ReadField } from './field-spelling'

/** Hours until it works again: 24, 24時間, 3日 → 72, 1週間 → 168, 即時 → 0. Parts of an hour are no whole hours. */
export function readHours(text: string | null): ReadField<number> {
  const folded = (text ?? '').normalize('NFKC').replace(/^'|\s+/gu, '')
  if (/^[-‐‑–—ー−]*$/u.test(folded)) return { kind: 'blank' }
  if (/^(?:即時|直ちに|無停止|停止不可)$/u.test(folded)) return { kind: 'value', value: 0 }
  const match = /^(\d{1,6})(時間|H|h|日間?|週間?|か月|ヶ月|カ月)?(?:以内|程度)?$/u.exec(folded)
  if (!match) return { kind: 'unknown', text: (text ?? '').trim() }
  const [, digits = '', unit = ''] = match
  const factor = /^日/u.test(unit) ? 24 : /^週/u.test(unit) ? 168 : /月$/u.test(unit) ? 720 : 1
  const hours = Number(digits) * factor
  return hours <= 999_999 ? { kind: 'value', value: hours } : { kind: 'unknown', text: (text ?? '').trim() }
}
