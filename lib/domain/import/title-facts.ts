import { readDate } from '../japanese-date'
import { sectionText } from './section-text'
import { filledColumns, textAt, type SheetRow } from './cells'

/** What the lines above the head say about the whole sheet. */
export type TitleFacts = {
  title: string
  /** 基準日, YYYY-MM-DD. */
  asOf: string | null
  /** Words that may name the department of all rows; whoever knows the organisation decides. */
  departmentWords: readonly string[]
  /** The last line above the head: 「２ 紙文書一覧」 says what is listed below. */
  nearest: string
  /** （単位：千人） above the head. */
  unit: string | null
}

const dateWords = /基準日|時点|現在/u
const dateInText =
  /(?:(?:令和|平成|昭和)\s*(?:元|\d{1,2})\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[RHS]\d{1,2}[./]\d{1,2}[./]\d{1,2}|\d{4}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?)/u
const ofDepartment = /^(?:所管|所属|担当|管理|主管)?(?:部署|課|部課|所属|学校)?名?\s*[:：]\s*(.+)$/u
const labelOnly = /^(?:所管課?|所属名?|部署名?|課名|担当課|管理部署|主管課|学校名)[:：]?$/u
const ledgerOf = /^(.+?)[\s\u3000]+(?:の)?(?:情報)?資産(?:管理)?(?:台帳|一覧)/u
const ledgerNamed = /^【?(.+?)】?(?:の|における)(?:情報)?資産(?:管理)?(?:台帳|一覧)/u

/** （千人）, (単位：万件): what the numbers of a column are counted in; null = ones. */
export function countUnitIn(text: string): string | null {
  const unit = /[(\[【]?(?:単位[:：]?)?(千|万)(?:人|件|名|世帯)?[)\]】]/u.exec(
    text.normalize('NFKC').replace(/\s+/gu, ''),
  )?.[1]
  return unit ?? null
}

export function titleFacts(rows: readonly SheetRow[]): TitleFacts {
  const texts = rows.flatMap((row) => filledColumns(row).map((column) => textAt(row, column)))
  return {
    title: texts[0] ?? '',
    asOf: asOfIn(texts),
    nearest:
      rows.map((row) => textAt(row, filledColumns(row)[0] ?? null)).findLast((text) => text !== '') ?? '',
    unit:
      texts
        .map((text) => (/^[(（]?\s*単位/u.test(text) ? countUnitIn(text) : null))
        .find((unit) => unit !== null) ?? null,
    departmentWords: [...new Set(texts.flatMap((text, at) => departmentIn(text, texts[at + 1] ?? '')))],
  }
}

/** 「基準日：令和8年4月1日」 in one cell, or 基準日 beside its date. */
function asOfIn(texts: readonly string[]): string | null {
  for (const [at, text] of texts.entries()) {
    if (!dateWords.test(text)) continue
    for (const candidate of [text, texts[at + 1] ?? '']) {
      const written = dateInText.exec(candidate.normalize('NFKC'))?.[0]
      const read = written === undefined ? null : readDate(written.replace(/\s+/gu, ''), '9999-12-31')
      if (read?.kind === 'date') return read.date
    }
  }
  return null
}

function departmentIn(text: string, next: string): string[] {
  const marked = /^[【《〔■□◆◇●▼★]/u.test(text) ? sectionText(text) : ''
  if (marked !== '') return [marked]
  if (labelOnly.test(text)) return next === '' ? [] : [next]
  const word = (ofDepartment.exec(text) ?? ledgerOf.exec(text) ?? ledgerNamed.exec(text))?.[1]?.trim()
  return word === undefined || word === '' ? [] : [word]
}
