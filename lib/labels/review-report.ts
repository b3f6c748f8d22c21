import type { ProposalKind } from '@/lib/domain/proposal'
import { proposalKindLabels } from './proposals'

const number = new Intl.NumberFormat('ja-JP')
const many = (count: number) => `${number.format(count)}件`

/** What was changed in a review: by a proposal, or at once. */
export const changeKindLabels: Record<ProposalKind | 'edit', string> = {
  ...proposalKindLabels,
  edit: '分類や取扱いに関わらない変更',
}

export const reviewFormLabels = {
  newTitle: '見直しの作成',
  editTitle: '見直しの内容を直す',
  copied: (title: string) => `「${title}」を写しています。日付を確かめてください。`,
  basics: '見直しの内容',
  basicsPurpose: '課の担当者や課室長の画面に表示されます。',
  title: '件名',
  titleHelp: '例：令和8年度 定期見直し',
  opensOn: '開始日',
  opensOnHelp: 'この日の午前0時過ぎに自動で始まります。',
  dueOn: '回答と証明の期限',
  answerers: '回答する人',
  answererOptions: { clerks: '担当者と課室長', heads: '課室長だけ' },
  mustOpen: '一件ずつ開いて確かめる件数',
  mustOpenHelp:
    '課ごとに、自治体機密性3B（学校は重要性分類Ⅱ）以上の高いものからこの件数は、まとめて回答できません。0なら求めません。',
  unit: '件',
  scope: '対象にする情報資産',
  scopePurpose:
    '開始した時点の有効な情報資産のうち、次のすべてに当てはまるものが対象です。選ばない欄は絞り込みません。',
  categories: '組織の区分',
  bureaus: '部局',
  zones: 'ネットワーク区分',
  confidentiality: '自治体機密性',
  importance: '重要性分類（学校）',
  family: '分類体系',
  anyFamily: 'どちらも',
  unconfirmedBefore: 'この日より後に確認していないもの',
  unconfirmedBeforeHelp: '空欄なら、確認した日では絞り込みません。',
  schoolsOnly: 'あなたが作れるのは、学校の見直しだけです。対象は学校に限られます。',
  countTitle: '対象の件数',
  counted: (assets: number, departments: number) =>
    `今の対象は、${number.format(departments)}課の${many(assets)}です。`,
  count: '件数を確かめる',
  counting: '対象の件数を数えています',
  make: 'この内容で作る',
  save: '変更を保存する',
  cancel: 'やめる',
} as const

/** The completion report, made to be printed. */
export const reportLabels = {
  title: '完了報告',
  ofReview: (title: string) => `${title}　完了報告`,
  print: 'この画面を印刷すると、A4横の報告書になります。',
  notYet: '完了報告はまだありません',
  notYetTodo: '見直しを締め切ると作られます。',
  closed: (who: string, when: string) => `${when}に${who}さんが締切`,
  totals: '回答の集計',
  answer: '回答',
  rows: '件数',
  share: '割合',
  total: '合計',
  changes: '変更の内容',
  change: (kind: string, rows: string) => `${kind}　${rows}件`,
  noChanges: '変更はありませんでした。',
  disposed: '廃棄した情報資産',
  noDisposed: '廃棄した情報資産はありませんでした。',
  added: '加えた情報資産',
  noAdded: '加えた情報資産はありませんでした。',
  late: '証明が済まなかった課、期限の後に証明した課',
  noLate: 'すべての課が期限までに証明しました。',
  statements: '課ごとの証明',
  department: '課',
  bureau: '部局',
  number: '資産番号',
  name: '情報資産',
  certified: '証明',
  signed: '部局の確認',
  hash: '回答の指紋（SHA-256）',
  notCertified: '未証明',
  reopened: '締切後に再び開いた課',
  levels: '分類ごとの件数',
  level: '分類',
  before: '開始時',
  after: '締切時',
  notAnswered: '未回答',
  bulk: (count: number) => `うち一括の回答　${many(count)}`,
  bulks: '一括で回答した割合',
  bulkRows: '一括の回答',
  textNumber: (place: number) => `証明文${number.format(place)}`,
  download: 'Excelで受け取る（.xlsx）',
  yes: '○',
  withheld: '（関係者限り）',
  frozen: (count: number) => `対象　${many(count)}`,
} as const

/** Entries of the list of what waits. */
export const reviewInboxLabels = {
  kind: {
    sheet: '定期見直しの回答',
    returnedSheet: '定期見直しの差戻し',
    certify: '定期見直しの証明',
    signOff: '定期見直しの確認',
    route: '所管の決まらない情報資産',
  },
  title: (review: string, place: string) => `${review}　${place}`,
  answer: (rows: number, open: number, free: number) =>
    open === 0
      ? `${many(rows)}すべて回答済みです。内容を確かめてください。`
      : `${many(rows)}のうち、残り${many(open)}です。${free === open ? `残り${many(free)}は問題がありません。` : free > 0 ? `うち${many(free)}は問題がありません。` : '一件ずつ開いて確かめてください。'}`,
  certify: (department: string, rows: number) =>
    `${department}　${many(rows)}が回答済みです。証明を待っています。`,
  look: '内容を確かめる',
  signOff: (departments: number) =>
    `${number.format(departments)}課がすべて証明しました。部局の確認を待っています。`,
  toSheet: '回答票を開く',
  route: (rows: number) =>
    `「自分の課ではない」と回答され、所管の決まらない情報資産が${many(rows)}あります。`,
  toRoute: '所管を決める',
} as const

/** The report as a workbook: its sheets and what only stands there. */
export const workbookLabels = {
  sheets: {
    totals: '集計',
    departments: '課別',
    changes: '変更',
    disposed: '廃棄',
    added: '追加',
    late: '期限後',
    statements: '証明',
    given: '質問',
  },
  fileName: (title: string) => `${title}_完了報告.xlsx`,
  review: '見直し',
  closed: '締切',
  frozen: '対象の件数',
  bulk: 'うち一括',
  kind: '変更の種類',
  by: '証明した人',
  for: '代決の場合の本人',
  at: '証明した日時',
  statement: '証明文',
  when: '再び開いた日時',
  reason: '理由',
  scopeHash: '対象の指紋（SHA-256）',
} as const
