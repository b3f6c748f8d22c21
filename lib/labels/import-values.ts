import type { ImportField } from '@/lib/domain/import/import-field'
import { problemCodes, type ProblemCode } from '@/lib/domain/import/problems'
import { valueInWords } from './asset-values'

/** What a cell was read as, in words: a code by its label, a day in 和暦, yes and no. */
export function readAsInWords(field: ImportField, readAs: string): string {
  if (readAs === 'yes') return '有'
  if (readAs === 'no') return '無'
  if (field === 'dataSubjects' && /^\d+$/u.test(readAs)) return `${valueInWords(field, Number(readAs))}人`
  if (field === 'recoveryHours') return `${readAs}時間`
  return valueInWords(field, readAs)
}

const number = new Intl.NumberFormat('ja-JP')

/** 「日付として読み取れません 3件」 */
export function problemGroup(code: string, rows: number): string {
  const known = problemCodes.find((each) => each === code)
  return `${known === undefined ? code : problemGroupWords[known]} ${number.format(rows)}件`
}

/** What rows with the same problem have in common, without what is written in each. */
const problemGroupWords: Record<ProblemCode, string> = {
  nameMissing: '名称がない',
  unknownLevel: '分類が体系にない',
  levelOfEarlier: '旧い区分の分類',
  becameDate: '日付に変わっている',
  unknownZone: 'ネットワーク区分が読み取れない',
  unknownKind: '種別が読み取れない',
  unknownChoice: '選択肢にない',
  unknownMark: '○ × が読み取れない',
  marksContradict: '個人情報の有無と種類が合わない',
  severalMarked: '○が2つ以上',
  notAName: '名称ではない文字',
  notACount: '人数が読み取れない',
  notHours: '時間が読み取れない',
  noSuchDay: '存在しない日付',
  notADate: '日付が読み取れない',
  yearNeedsFourDigits: '年が分からない',
  tooLong: '長すぎる',
  badCharacter: '使えない文字がある',
  noResult: '式の結果がない',
  errorValue: '式の誤り',
  departmentMissing: '所管課が分からない',
  unknownDepartment: '所管課が見つからない',
  ambiguousDepartment: '所管課がいくつもある',
  closedDepartment: '廃止された課',
  severalSuccessors: '分かれた課',
  numberUnknown: '資産番号が台帳にない',
  numberOfAnother: '別の情報資産の番号',
  departmentMoves: '所管課が変わっている',
  assetEnded: '廃棄済みなど',
  severalMatch: '同じ名前がいくつもある',
  notYours: '担当ではない課',
  restrictedNotYours: '関係者限り',
  standardNotYours: '標準台帳を直せない',
  importanceMissing: '重要性分類がない',
  alreadyProposed: '承認待ちの変更がある',
  judgeAnew: '旧い体系の区分の変更',
  subjectsWithoutPersonal: '個人情報と本人の数が合わない',
  myNumberUseOnlySpecific: '個人番号の事務と個人情報が合わない',
}

const roman: Readonly<Record<string, string>> = { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ', IV: 'Ⅳ' }
/** A level's code as the schemes write it: III is Ⅲ. */
export const levelShown = (code: string): string => roman[code] ?? code
