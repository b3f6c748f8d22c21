/** A file as CSV in UTF-8; no cell of it holds a comma or a line end. */
export const csvOf = (rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(rows.map((row) => `${row.join(',')}\r\n`).join(''))

const head = [
  '部局',
  '所管課',
  '情報資産名',
  '種別',
  '機密性',
  '完全性',
  '可用性',
  'ネットワーク区分',
  '個人情報',
  '本人の数',
  '媒体',
  '備考',
  '分類の理由',
]
export type LedgerLine = {
  name: string
  level?: string
  zone?: string
  personal?: string
  subjects?: string
  remarks?: string
  reason?: string
  department?: string
}
const line = ({
  name,
  level = '3B',
  zone = 'LGWAN接続系',
  personal = '個人情報',
  subjects = '100',
  remarks = '',
  reason = '',
  department = '市民部,市民課',
}: LedgerLine) => [
  ...department.split(','),
  name,
  '情報システム',
  level,
  '2',
  '2',
  zone,
  personal,
  subjects,
  'サーバ',
  remarks,
  reason,
]
/** A ledger whose lines are of 市民部市民課 unless one says otherwise. */
export const ledgerFile = (...rows: readonly LedgerLine[]) => csvOf([head, ...rows.map(line)])
