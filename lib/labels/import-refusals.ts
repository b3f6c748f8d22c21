import type { UnreadableReason } from '@/lib/platform/spreadsheet/reader/unreadable'

/** Why a file as a whole isn't read: one sentence each. */
const sentences: Record<UnreadableReason, string> = {
  tooLarge: 'ファイルは32MBまでです。シートを分けてお送りください。',
  empty: '中身がありません。',
  oldFormat: '古い形式（.xls）か、パスワード付きのファイルです。Excelで「.xlsx」として保存し直してください。',
  macro: 'マクロ付きのファイル（.xlsm）は読みません。「.xlsx」として保存し直してください。',
  otherFormat: '「.xlsx」「.csv」「.tsv」ではない形式です。Excelで「.xlsx」として保存し直してください。',
  notASpreadsheet: '表計算のファイルではないようです。ファイルをお確かめください。',
  swells: '開くと極端に大きくなるファイルのため、読みません。',
  entities: '表計算ソフトが書かない記述（DOCTYPE）があるため、読みません。',
  broken: 'ファイルが壊れています。Excelで開いて保存し直してください。',
  malformed: '引用符（"）が閉じていないか、区切りが正しくありません。',
  tooWide: '列が多すぎます（300列まで）。使わない列を削除してください。',
  tooManyRows: '一度に取り込めるのは50,000行までです。行を分けてお送りください。',
  tooManySheets: 'シートが多すぎます（200シートまで）。シートを分けてお送りください。',
  tooHeavy: '読み取りに時間かメモリがかかりすぎるため、やめました。行を分けてお送りください。',
}

/** The sentence; `args` = the line, for what concerns one. */
export function unreadableInWords(reason: UnreadableReason, args: readonly string[]): string {
  const [line] = args
  return line === undefined ? sentences[reason] : `${line}行目：${sentences[reason]}`
}
