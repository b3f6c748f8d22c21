import type { KindCode } from '../asset'
import { readKind } from '../field-spelling'
import { sectionText } from './section-text'

const whole = /情報システム|ネットワーク|紙(?:文書|媒体|書類)|記録媒体|扱う情報|関連文書|施設|設備/u

/** The kind that a section names for the rows below it: ■紙文書, ２　情報システム一覧, ■電磁的記録媒体（USB等）. */
export function kindOfSection(text: string): KindCode | null {
  const bare = sectionText(text)
    .replace(/\([^)]*\)?$/u, '')
    .replace(/^(?:\d{1,2}|[ア-ン])[.、)\s]*/u, '')
    .replace(/(?:の?(?:一覧|部|台帳|関係|等))?表?$/u, '')
  const read = readKind(bare)
  return read.kind === 'value' ? read.value : null
}

/** The same of the title or the name of a sheet, which is often called データ or 文書 for no such reason. */
export function kindOfTitle(text: string): KindCode | null {
  return whole.test(text.normalize('NFKC')) ? kindOfSection(text) : null
}
