import { filledColumns, textAt, type Merge, type SheetRow } from './cells'
import type { HeadWords } from './find-layout'
import { foldHead } from './match-head'

/** Every row of every sheet gets one: what is no data is listed with its place, so that nothing is lost unseen. */
export const rowRoles = ['title', 'head', 'section', 'blank', 'total', 'note', 'data'] as const
export type RowRole = (typeof rowRoles)[number]

export type RoleContext = {
  headFrom: number
  headTo: number
  heads: readonly HeadWords[]
  /** The column of 名称, and all columns that something is taken from. */
  name: number | null
  used: ReadonlySet<number>
  merges: readonly Merge[]
  /** Whether a text is the name of a department. */
  isDepartment: (text: string) => boolean
}

const total = /^[【《(]?(?:総?合計|小計|計|総計|累計|件数|総数|総件数|合計件数)(?:[:】》)]|\d|$|件)/u
const note = /^(?:※|\*|注\d*[):.]?|\(?注\)?|備考[:：]|凡例|以上|作成者?[:：]|\(記載要領\))/u
const bracketed =
  /^(?:【.+】|《.+》|〔.+〕|〈.+〉|[■□◆◇●○▼▽▶◎★]\s*.+|(?:第?[0-9]+|[IVX]+)[.、)．章節]\s*.+|[(<＜].+[)>＞])$/u

/** A row that shows how to fill in the form: 例, 記入例1, (例)住民基本台帳. */
const example = /^[(【[<]?(?:記入|記載|入力|作成)?(?:例|見本|サンプル)[)】\]>]?[:：]?\d{0,2}$/u
const exampleName =
  /^(?:[(【[<](?:記入|記載|入力|作成)?(?:例|見本|サンプル)\d{0,2}[)】\]>]|(?:記入|記載)?例[)）:：])/u
/** 4件, as it stands beside 合計. */
const counted = /^[\d,]+\s*(?:件|個|点|行|冊|システム)?$/u

/** (1) (2) (3) … below a head: numbers for its columns. */
function areOrdinals(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => /^[([]?(\d{1,2})[)\].]?$/u.exec(text.normalize('NFKC'))?.[1])
  const [first] = numbers
  return (
    numbers.length >= 3 &&
    first !== undefined &&
    numbers.every((one, at) => Number(one) === Number(first) + at)
  )
}

export function roleOf(row: SheetRow, context: RoleContext): RowRole {
  const filled = filledColumns(row)
  if (filled.length === 0) return 'blank'
  if (row.line < context.headFrom) return 'title'
  if (row.line <= context.headTo || repeatsHead(row, filled, context.heads)) return 'head'
  const first = filled[0] ?? 0
  const text = textAt(row, first).normalize('NFKC')
  const folded = text.replace(/\s+/gu, '')
  const name = textAt(row, context.name)
  if (row.line <= context.headTo + 2 && areOrdinals(filled.map((column) => textAt(row, column))))
    return 'head'
  const saysName = context.name !== first && name !== '' && !counted.test(name.normalize('NFKC'))
  if (total.test(folded) && !saysName && filled.length <= 6) return 'total'
  if ((context.name !== first && example.test(folded)) || exampleName.test(name.normalize('NFKC')))
    return 'note'
  const texts = new Set(filled.map((column) => textAt(row, column)))
  if (texts.size === 1) return roleOfSingle(row, first, text, context)
  if (name === '' && filled.every((column) => !context.used.has(column))) return 'note'
  return 'data'
}

/** One text in the row: a section, a note, or an asset of which only the name is known. */
function roleOfSingle(row: SheetRow, column: number, text: string, context: RoleContext): RowRole {
  if (note.test(text)) return 'note'
  if (bracketed.test(text) || context.isDepartment(text) || isWide(row.line, context)) return 'section'
  if (column === context.name) return 'data'
  return /^[\d,.-]+$/u.test(text) || context.used.has(column) ? 'note' : 'section'
}

function isWide(line: number, { merges, heads }: RoleContext): boolean {
  return merges.some(
    (merge) =>
      merge.fromLine === line &&
      merge.toLine === line &&
      merge.toColumn - merge.fromColumn + 1 >= Math.max(2, heads.length / 2),
  )
}

/** The head once more, as on each printed page. */
function repeatsHead(row: SheetRow, filled: readonly number[], heads: readonly HeadWords[]): boolean {
  const same = heads.filter(({ column, words }) => {
    const text = foldHead(textAt(row, column))
    return text !== '' && words.some((word) => foldHead(word) === text)
  })
  return same.length >= 3 && same.length >= filled.length * 0.6
}
