import { columnName } from '@/lib/domain/import/cells'

/** Words inside the workbook that goes back with its cells marked. */
export const markedLabels = {
  author: '台帳ポータル',
  fileName: (name: string) => `${name}_直すところ.xlsx`,
  sheet: '直すところ',
  head: ['シート', 'セル', '書かれていること', '直すところ', '直し方'],
  comment: (what: string, mend: string) => `台帳：${what}${mend}`,
  double: (line: number | null) =>
    line === null ? 'ほかの行と同じ情報資産で、内容が違います。' : `${line}行目と同じ情報資産です。`,
  doubleMend: 'どちらか一方を消してください。',
  rowsSheet: '直すところのある行',
  line: '行',
  column: (at: number) => columnName(at),
} as const
