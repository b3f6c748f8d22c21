import type { PersonalData } from '../asset'
import { readZone } from '../zone-spelling'
import { isAxis } from '../scheme'
import type { ColumnUse } from './import-field'
import { foldHead, matchHead } from './match-head'

/** Columns of ○ and × under the names of kinds of personal data. */
const specific = /^(?:個人番号|マイナンバー|特定個人情報)/u
const sensitive = /要配慮|病歴|障害|障がい|犯罪|信条|人種|健診|健康診断|診療|社会的身分|機微/u
const personal =
  /^(?:個人情報.*(?:氏名|住所))|^(?:氏名|住所|生年月日|年齢|性別|電話(?:番号)?|連絡先|口座(?:番号|情報)?|所得|税額|家族(?:構成)?|メール(?:アドレス)?|写真|顔写真|顔画像|学歴|職歴|成績|本籍|国籍|基本情報|一般)/u
const yes = /^(?:有り?|あり|[○〇◯●◎✓✔レ]|1|YES|Y|該当|含む)$/u
const no = /^(?:無し?|なし|[×✕✖xX]|[-‐–—ー−]|0|NO|N|非該当|含まない)?$/u

export type Mark = 'yes' | 'no' | 'blank' | 'unknown'

export function readMark(text: string): Mark {
  const folded = text
    .normalize('NFKC')
    .replace(/^'|\s+/gu, '')
    .toUpperCase()
  if (folded === '') return 'blank'
  if (yes.test(folded)) return 'yes'
  return no.test(folded) ? 'no' : 'unknown'
}

/** The kind of personal data that a column of marks stands for, by its lowest word. */
export function markedKind(words: readonly string[]): PersonalData | null {
  const folded = words.map(foldHead)
  const lowest = folded.at(-1) ?? ''
  const isUnderPersonal = folded.slice(0, -1).some((word) => /^個人情報/u.test(word))
  if (specific.test(lowest) || (isUnderPersonal && /^(?:特定|番号|番号利用)$/u.test(lowest)))
    return 'specific'
  if (sensitive.test(lowest)) return 'sensitive'
  if (personal.test(lowest) || /^個人情報$/u.test(lowest)) return 'personal'
  return null
}

const media =
  /^(?:紙(?:媒体|文書|書類)?|電子(?:媒体|データ|ファイル)?|(?:ファイル)?サーバー?|クラウド|USB(?:メモリー?)?|CD|DVD|CD・?\/?DVD|BD|テープ|(?:外付け?)?HDD|SSD|(?:可搬|電磁的?記録|外部記録|光)媒体|パソコン|PC|端末|タブレット|マイクロフィルム|データ)$/u

const levelWord = /^(?:自治体)?(?:機密性|完全性|可用性)?(?:レベル|区分)?(?:\d[ABC]?|I{1,3}|IV)$/u

/** What a ○ in the column of this head may stand for; a zone or a medium only beside another of its like. */
export function markedAs(words: readonly string[]): Omit<ColumnUse, 'column'> | null {
  const folded = words.map(foldHead)
  const lowest = folded.at(-1) ?? ''
  const above = folded.length > 1 ? (matchHead(words.slice(0, -1))?.means ?? null) : null
  if (above !== null && isAxis(above) && levelWord.test(lowest)) return { means: above, marks: 'level' }
  const zone = above === 'zone' || /系|LAN|接続|インターネット/u.test(lowest) ? readZone(lowest) : null
  if (zone?.kind === 'zone' && above !== 'personalData') return { means: 'zone', marks: zone.code }
  const kind = markedKind(words)
  if (kind !== null) return { means: 'personalData', marks: kind }
  return media.test(lowest) || (above === 'medium' && /^その他$/u.test(lowest))
    ? { means: 'medium', marks: 'medium' }
    : null
}

/** Whether all these texts are marks, and not only blanks. */
export function areMarks(texts: readonly string[]): boolean {
  const marks = texts.map(readMark)
  const unknown = marks.filter((mark) => mark === 'unknown').length
  return marks.some((mark) => mark === 'yes' || mark === 'no') && unknown <= marks.length * 0.05
}

const strictness: Readonly<Record<PersonalData, number>> = { none: 0, personal: 1, sensitive: 2, specific: 3 }

export const strictnessOf = (kind: PersonalData): number => strictness[kind]

/** The strictest ○ wins; an explicit × without any ○ says none; all blank says nothing. */
export function personalDataOf(marks: readonly { kind: PersonalData; mark: Mark }[]): PersonalData | null {
  const marked = marks.filter(({ mark }) => mark === 'yes').map(({ kind }) => kind)
  const [strictest] = marked.sort((a, b) => strictness[b] - strictness[a])
  if (strictest !== undefined) return strictest
  return marks.some(({ mark }) => mark === 'no') ? 'none' : null
}
