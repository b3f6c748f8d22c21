import type { DepartmentState, ReviewState } from '@/lib/domain/review'
import { reclassificationLabels } from './scheme-mapping'

const number = new Intl.NumberFormat('ja-JP')
const many = (count: number) => `${number.format(count)}件`

export const reviewStateLabels: Record<ReviewState, string> = {
  scheduled: '開始前',
  open: '受付中',
  closed: '締切済み',
}

export const departmentStateLabels: Record<DepartmentState, string> = {
  notBegun: '未着手',
  inProgress: '回答中',
  answered: '回答済み（証明待ち）',
  certified: '証明済み',
  returned: '差戻し',
}

/** The list of reviews and what all of their pages share. */
export const reviewLabels = {
  title: '定期見直し',
  lead: 'すべての課が、所管する情報資産を一件ずつ見直し、課室長が証明します。',
  make: '新しく作る',
  copy: 'この見直しを写して作る',
  open: '受付中の見直し',
  scheduled: 'これから始まる見直し',
  past: '終わった見直し',
  none: '定期見直しはまだありません',
  noneTodo: {
    reader: '事務局が作ると、ここに表示されます。',
    maker: '「新しく作る」から、対象と期限を決めて作れます。',
  },
  opensOn: (day: string) => `${day}に始まります`,
  period: (from: string, until: string) => `${from}から${until}まで`,
  due: (day: string) => `期限　${day}`,
  daysLeft: (days: number) => (days === 0 ? '今日が期限です' : `あと${number.format(days)}日`),
  overdue: (days: number) => `期限を${number.format(days)}日過ぎています`,
  answered: (done: number, rows: number) => `回答済み ${number.format(done)}／${many(rows)}`,
  closedOn: (day: string) => `${day}に締切`,
  sheet: '回答票を開く',
  progress: '進み具合を見る',
  report: '完了報告を見る',
  edit: '内容を直す',
  of: (title: string) => `（${title}）`,
  barName: '回答の進み具合',
  assets: many,
} as const

/** What the last act did, named in the address that it led to. */
export const reviewDoneLabels: Readonly<Record<string, string>> = {
  made: '見直しを作りました。開始日になると自動で始まります。',
  edited: '見直しの内容を直しました。',
  opened: '見直しを始めました。対象の情報資産は、この時点の内容で固定されています。',
  rest: '確かめることのない残りをすべて「変更なし」と回答しました。',
  saved: '回答を保存しました。',
  adopted: reclassificationLabels.adopted,
  submitted: '提出しました。承認されると台帳に反映されます。',
  wrote: '変更を保存しました。台帳に反映しています。',
  wroteAndSubmitted: '変更を保存し、承認が必要な変更を提出しました。承認されると台帳に反映されます。',
  given: '質問への答えを保存しました。',
  disowned: '「自分の課ではない」と回答しました。事務局が所管の課を決めるまで、この課に残ります。',
  routed:
    '課を決め、回答した人の名で移管を提出しました。いまの課の長が承認し、引き受ける課の長が受け入れると移ります。',
  givenBack: '元の課に戻しました。課がもう一度回答します。',
  recurring: '毎年の見直しを決めました。開始日になると、自動で作られて始まります。',
  recurringStopped: '毎年の見直しをやめました。作られた見直しはそのまま残ります。',
  statement: '証明文を改めました。すでに証明された分の文は変わりません。',
  certified: '証明しました。このあと回答が変わると、証明は無効になり、もう一度必要になります。',
  returned: '課に差し戻しました。理由が課の回答票と未処理一覧に表示されます。',
  signedOff: '部局の見直しを確認しました。',
  closed: '見直しを締め切りました。この完了報告は、この後変わりません。',
  reopened: '課の回答を再び受け付けます。理由は記録され、完了報告に加わります。',
  reminded: '知らせました。「お知らせ」に表示し、メールを使っている場合は翌開庁日のメールにも載せます。',
  remindedNobody: '新しく知らせる人はいません。今日はもう知らせたか、すべての課が証明済みです。',
}

export const progressLabels = {
  title: '進み具合',
  bureau: '部局',
  department: '課',
  rows: '対象',
  none: '未回答',
  answered: '回答済み',
  share: '回答率',
  unchanged: '変更なし',
  change: '変更',
  disposed: '廃棄',
  notOurs: '所管外',
  unsettled: '未確定',
  bulk: '一括の割合',
  state: '状態',
  late: '期限超過',
  certified: '証明',
  certifiedDepartments: '証明済みの課',
  signedOff: '部局の確認',
  signedBy: (who: string, when: string) => `${who.endsWith('）') ? who : `${who}さん`}　${when}`,
  forSomebody: (who: string, principal: string) => `${who}さん（${principal}さんの代決）`,
  schools: (bureau: string) => `${bureau}（学校）`,
  notSigned: '未確認',
  signOff: '部局を確認する',
  total: '合計',
  ofDepartments: (done: number, all: number) => `${number.format(done)}／${number.format(all)}課`,
  bureaus: '部局別の進み具合',
  countsOfBureaus: '部局ごとの件数',
  countsOf: (bureau: string) => `${bureau}の課ごとの件数`,
  departments: (bureau: string) => `${bureau}の課別の進み具合`,
  allBureaus: 'すべての部局',
  percent: (share: number) => `${share}%`,
  empty: '対象の情報資産がありません',
  emptyTodo: '対象の範囲を確かめてください。',
  notYet: 'まだ始まっていません',
  notYetTodo: (day: string) => `${day}になると自動で始まり、その時点の情報資産が対象として固定されます。`,
  openNow: '今すぐ始める',
  openNowLead: '開始日を待たずに始めます。対象の情報資産は、この時点の内容で固定されます。',
  manage: '見直しの運営',
  acts: '運営',
  of: (name: string) => `（${name}）`,
  reminder: '締め切ると、証明が済んでいない課も含めて完了報告を作ります。',
  close: '締め切る',
  reminders: 'お知らせの記録',
  lastReminded: '最後のお知らせ',
  return: '差し戻す',
  reopen: '再び開く',
  scope: '対象',
  scopeAll: 'すべての有効な情報資産',
  frozen: (count: number) => `開始時に固定した${many(count)}`,
} as const

/** The three acts of the secretariat that ask for a reason, and the officer's. */
export const manageLabels = {
  returnTitle: (department: string) => `${department}の見直しを差し戻す`,
  returnLead: '証明は取り消され、課がもう一度確かめて証明します。回答はそのまま残ります。',
  returnReason: '差し戻す理由',
  return: '差し戻す',
  closeTitle: (review: string) => `「${review}」を締め切る`,
  closeLead: '締め切ると回答は変えられなくなり、完了報告が作られます。',
  closeOpen: (count: number) =>
    `証明が済んでいない課が${number.format(count)}課あります。完了報告に期限後の課として載ります。`,
  closeAll: 'すべての課が証明済みです。',
  close: '締め切る',
  reopenTitle: (department: string) => `${department}の回答を再び開く`,
  reopenLead:
    '締め切った後に、この課だけ回答を直せるようにします。作成済みの完了報告は変わらず、再び開いたことが書き添えられます。',
  reopenReason: '再び開く理由',
  reopen: '再び開く',
  signOffTitle: (bureau: string) => `${bureau}の見直しを確認する`,
  signOffLead: '部局のすべての課が証明したことを、情報セキュリティ責任者（部局長）として確認します。',
  signOff: '確認した',
  signOffWaits: (count: number) =>
    `証明が済んでいない課が${number.format(count)}課あります。そろうと確認できます。`,
  signOffDone: (signed: string) => `確認済みです（${signed}）`,
  signOffPage: '部局の確認',
  cancel: 'やめる',
} as const
