import type { KindCode, MyNumberUse, PersonalData, TakeOut } from './asset'

/** `value` null with `blank` true = not entered; `unknown` = written, but no word we know. */
export type ReadField<T> = { kind: 'value'; value: T } | { kind: 'blank' } | { kind: 'unknown'; text: string }

type Spellings<T> = readonly (readonly [T, RegExp])[]

const folded = (text: string | null) => (text ?? '').normalize('NFKC').replace(/\s+/gu, '')

function readBy<T>(spellings: Spellings<T>, text: string | null): ReadField<T> {
  const given = folded(text)
  if (given === '') return { kind: 'blank' }
  const match = spellings.find(([, pattern]) => pattern.test(given))
  return match ? { kind: 'value', value: match[0] } : { kind: 'unknown', text: (text ?? '').trim() }
}

const none = /^(無|無し|なし|ない|含まない|非該当|該当なし|×|✕|x|X|ー|-|−|–|—|0)$/u

const personalData: Spellings<PersonalData> = [
  ['none', none],
  ['specific', /^(特定個人情報(等)?|特定|個人番号|マイナンバー)(有|あり|を含む|含む)?$/u],
  ['sensitive', /^(要配慮個人情報|要配慮|機微(情報|な個人情報)?)(有|あり|を含む|含む)?$/u],
  ['personal', /^(個人情報|個人|一般)?(有|有り|あり|含む|を含む|○|〇|◯|●|✓|✔)$|^(個人情報|個人)$/u],
]

/** 無 / × / － mean none; a blank cell means "not entered", which is something else. */
export function readPersonalData(text: string | null): ReadField<PersonalData> {
  return readBy(personalData, text)
}

const myNumberUse: Spellings<MyNumberUse> = [
  ['use', /^(個人番号)?利用(事務)?$/u],
  ['related', /^(個人番号)?関係(事務)?$/u],
]

export function readMyNumberUse(text: string | null): ReadField<MyNumberUse> {
  return readBy(myNumberUse, text)
}

const takeOut: Spellings<TakeOut> = [
  ['prohibited', /^(外部)?(持ち?出し?)?(禁止|不可|厳禁|×)$/u],
  ['individual', /^(持ち?出し?)?(は|には)?(個別|都度|その都度)(の)?(許可|承認)?(制)?$/u],
  ['blanket', /^(持ち?出し?)?(は|には)?包括(的)?(な)?(許可|承認)?$/u],
  // 可 and ○ leave open under what permission; 無 under 持ち出しの有無 says something else again.
  ['unrestricted', /^(持ち?出し?)?(の)?((制限|制約)(は)?(なし|無し|無)|自由)$/u],
]

export function readTakeOut(text: string | null): ReadField<TakeOut> {
  return readBy(takeOut, text)
}

const kinds: Spellings<KindCode> = [
  ['network', /^(ネットワーク|通信網|回線)$/u],
  ['informationSystem', /^(情報)?システム$/u],
  ['facility', /^(施設|設備|施設[・及び]*設備)$/u],
  ['medium', /^(電磁的)?(記録)?媒体$/u],
  ['information', /^(取り?扱う)?(情報|データ)$/u],
  ['document', /^(関連)?(文書|ドキュメント)$|^(システム)?関連文書$/u],
  ['paper', /^紙(文書|媒体|書類)?$/u],
]

export function readKind(text: string | null): ReadField<KindCode> {
  return readBy(kinds, text)
}

export type CountNotice = 'approximate'
export type ReadCount =
  | { kind: 'count'; count: number; notice: CountNotice | null }
  | { kind: 'blank' }
  | { kind: 'unknown'; text: string }

/** 1万2千件, 1万2,500人: the parts added up. */
function inOnes(text: string): string {
  return text.replace(
    /(\d{1,4})万(\d{1,4}(?:,\d{3})?)(千)?(?![\d.万千])/u,
    (_, tenThousands, rest, thousand) => {
      const ones = Number(String(rest).replaceAll(',', '')) * (thousand === undefined ? 1 : 1_000)
      return ones < 10_000 ? String(Number(tenThousands) * 10_000 + ones) : _
    },
  )
}

/** 「約12,000人」 → 12000 with a notice; 1.2万人 → 12000; blank or 不明 → not known, which is not 0; 0 stays 0. */
export function readCount(text: string | null): ReadCount {
  const given = inOnes(folded(text))
  if (given === '' || /^(不明|未定|未確認|-|−|–|—|ー)$/u.test(given)) return { kind: 'blank' }
  const match =
    /^(約|およそ|概ね|おおむね)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(万|千)?(人|名|件|世帯)?(程度|前後|以上|余|余り|弱|強)?$/u.exec(
      given,
    )
  if (!match) return { kind: 'unknown', text: (text ?? '').trim() }
  const [, about, digits = '', fraction = '', unit, , roughly] = match
  const factor = unit === '万' ? 10_000 : unit === '千' ? 1_000 : 1
  const count = Number(digits.replaceAll(',', '') + fraction) * factor
  const whole = Math.round(count)
  if (Math.abs(count - whole) > 1e-6 || !Number.isSafeInteger(whole)) {
    return { kind: 'unknown', text: (text ?? '').trim() }
  }
  const isRough = about !== undefined || roughly !== undefined || unit !== undefined
  return { kind: 'count', count: whole, notice: isRough ? 'approximate' : null }
}
