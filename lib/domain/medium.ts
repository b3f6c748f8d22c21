import type { KindCode } from './asset'

/** What the free text of 媒体 says about the thing: on paper, off the network, or on it. */
export type MediumNature = 'paper' | 'offline' | 'online'

const paper = /^(紙|書類|帳票|図面|写真|マイクロフィルム)/
const offline = /(テープ|USB|DVD|CD|BD|MO\b|FD\b|SDカード|外付け|可搬|オフライン|光ディスク|磁気ディスク)/i

export function mediumNature(medium: string | null): MediumNature | null {
  const text = (medium ?? '').normalize('NFKC').trim()
  if (text === '') return null
  if (paper.test(text)) return 'paper'
  return offline.test(text) ? 'offline' : 'online'
}

/**
 * Whether an asset without a zone counts as 未入力 (true) or 対象外 (false). Paper, facilities and offline media need
 * no zone (domain §3); a zone given on such a row is kept all the same.
 */
export function needsZone(kind: KindCode, medium: string | null): boolean {
  if (kind === 'paper' || kind === 'facility') return false
  const nature = mediumNature(medium)
  if (kind === 'medium') return nature === 'online'
  return nature !== 'paper' && nature !== 'offline'
}

/** Without 種別 the medium decides: 紙 → 紙文書, else 取り扱う情報 (domain §3). */
export function kindByMedium(medium: string | null): KindCode {
  return mediumNature(medium) === 'paper' ? 'paper' : 'information'
}
