import type { ReadField } from './field-spelling'

const yes =
  /^(?:有り?|あり|アリ|[○〇◯●◎✓✔レ]|TRUE|YES|Y|はい|済み?|該当(?:する|あり)?|1|登録(?:済み?|あり)?|取得(?:済み?|あり)?|(?:毎|隔)?(?:日|週|月)(?:次|1回|に1回)?|[日週月]\d回|(?:常|随|定)(?:時|期)|する|実施|可|承認済み?)$/u
const no =
  /^(?:無し?|なし|ナシ|[×✕✖X]|FALSE|NO|N|いいえ|未|非該当|該当(?:しない|なし)|0|未登録|登録なし|しない|未実施|不可|対象外)$/u

/** 有/無, ○/×, あり/なし, TRUE/FALSE, はい/いいえ, 済/未. － and blank say nothing. */
export function readYesNo(text: string | null): ReadField<boolean> {
  const folded = (text ?? '')
    .normalize('NFKC')
    .replace(/^'|\s+/gu, '')
    .toUpperCase()
  if (/^[-‐‑–—ー−]*$/u.test(folded)) return { kind: 'blank' }
  if (yes.test(folded)) return { kind: 'value', value: true }
  if (no.test(folded)) return { kind: 'value', value: false }
  return { kind: 'unknown', text: (text ?? '').trim() }
}
