import type { RowOutcome } from '@/lib/domain/import/judge-rows'
import type { OutcomeKind } from '@/lib/domain/import/problems'
import type { RowRole } from '@/lib/domain/import/row-role'
import type { RoleFound, SheetFound } from '@/lib/platform/spreadsheet/reader/reader-lines'
import type { Encoding } from '@/lib/platform/spreadsheet/reader/open-file'
import { importFieldLabels } from './import-fields'
import { noticeWords, problemWords } from './import-problems'

export const outcomeLabels: Record<OutcomeKind, string> = {
  new: '新規',
  changed: '変更',
  unchanged: '同じ',
  double: '重なり',
  refused: '取り込めない',
}
export const roleLabels: Record<Exclude<RowRole, 'data'>, string> = {
  title: '題',
  head: '見出し',
  section: '区切り',
  blank: '空白',
  total: '合計',
  note: '注',
}
const encodingLabels: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8（BOM付き）',
  cp932: 'Shift_JIS（CP932）',
  'utf-16le': 'UTF-16（LE）',
  'utf-16be': 'UTF-16（BE）',
}
const schemeLabels = {
  current: '今の分類体系',
  earlier: '旧い分類体系',
  education: '教育の分類体系',
} as const
const number = new Intl.NumberFormat('ja-JP')

/** What `npm run check:spreadsheet` prints. */
export const checkWords = {
  interrupted: '読み取りが途中で止まりました。もう一度お試しください。',
  usage:
    '使い方: npm run check:spreadsheet -- 台帳.xlsx [--organization 組織.csv] [--history 組織の変更.csv]',
  file: (name: string, bytes: number, encoding: Encoding | null) =>
    `${name}（${number.format(bytes)}バイト${encoding === null ? '' : `、${encodingLabels[encoding]}`}）`,
  sheet: (sheet: SheetFound): string[] => {
    const head =
      sheet.headFrom === sheet.headTo ? `${sheet.headFrom}行目` : `${sheet.headFrom}〜${sheet.headTo}行目`
    if (sheet.certainty === 'none') return [`シート「${sheet.name}」：見出しが見つかりません。読みません。`]
    const columns = sheet.heads.map(({ words, use, clash, how }) => {
      const means =
        use === null
          ? clash
            ? '（同じ意味の列がほかにあります）'
            : '取り込まない列'
          : importFieldLabels[use.means]
      return `  ${words.join(' ')} → ${means}${how === 'likely' ? '（確かめてください）' : ''}`
    })
    const taken = sheet.isTaken ? '' : '（読みません）'
    const asOf = sheet.asOf === null ? '' : `、基準日 ${sheet.asOf}`
    return [
      `シート「${sheet.name}」${taken}：見出し ${head}、${schemeLabels[sheet.scheme]}${asOf}`,
      ...columns,
    ]
  },
  row: (sheet: string, line: number, outcome: RowOutcome, first: number | null): string[] => {
    const at = (cell: string) => `シート「${sheet}」の${cell}`
    const double =
      outcome.kind !== 'double'
        ? []
        : [
            first === null
              ? `${at(`${line}行目`)}：ほかの行と内容が違います。`
              : `${at(`${line}行目`)}：${first}行目と同じ情報資産です。`,
          ]
    return [
      ...double,
      ...outcome.problems.map((problem) => {
        const about = { ...problem, args: problem.args ?? [] }
        return `${at(problem.cell)}：${problemWords[problem.code].what(about)}${problemWords[problem.code].mend(about)}`
      }),
      ...outcome.notices.map(
        (notice) => `${at(notice.cell)}：${noticeWords[notice.code]({ ...notice, args: notice.args ?? [] })}`,
      ),
    ]
  },
  counts: (outcomes: readonly RowOutcome[], roles: readonly RoleFound[]): string => {
    const kinds = Object.entries(outcomeLabels).map(
      ([kind, label]) =>
        `${label} ${number.format(outcomes.filter((outcome) => outcome.kind === kind).length)}件`,
    )
    const others = Object.entries(roleLabels).flatMap(([role, label]) => {
      const lines = roles.filter((one) => one.role === role).reduce((sum, one) => sum + one.lines, 0)
      return lines === 0 ? [] : [`${label} ${number.format(lines)}行`]
    })
    return `${kinds.join('・')}\nデータではない行：${others.join('・')}`
  },
} as const
