import type { ZoneCode } from './reference'

export type ReadZone =
  | { kind: 'zone'; code: ZoneCode }
  | { kind: 'notApplicable' }
  | { kind: 'blank' }
  | { kind: 'unknown'; text: string }

/** Names met in ledgers (policy 2(9), 2(12); domain §3), after NFKC, in capitals, without spaces and 系 at the end. */
const spellings: readonly (readonly [ZoneCode, RegExp])[] = [
  ['myNumber', /^(マイナンバー(利用)?(事務)?|個人番号(利用)?(事務)?|基幹|番号)$/u],
  ['lgwan', /^(LGWAN|総合行政ネットワーク|情報)(接続)?$/u],
  ['internet', /^(インターネット|ネット|INET|INTERNET)(接続)?$/u],
  ['schoolExternal', /^(校務外部|校務用?外部)(接続)?$/u],
  ['schoolAffairs', /^校務(用)?$/u],
  ['learning', /^(学習|教育)(用)?$/u],
]

/** The zone that somebody wrote. Blank is "not entered", 対象外 says that none is needed: they stay apart. */
export function readZone(text: string | null): ReadZone {
  const given = (text ?? '').trim()
  const folded = given
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s・()/_-]+/gu, '')
    .replace(/(ネットワーク|セグメント|領域)$/u, '')
    .replace(/系$/u, '')
  if (folded === '') return { kind: 'blank' }
  if (/^(対象外|なし|無|該当なし|オフライン|×)$/u.test(folded)) return { kind: 'notApplicable' }
  const match = spellings.find(([, pattern]) => pattern.test(folded))
  return match ? { kind: 'zone', code: match[0] } : { kind: 'unknown', text: given }
}
