import type { AssetFinding } from '@/lib/domain/asset-findings'
import type { ProposalState } from '@/lib/domain/proposal'
import type { Answer } from '@/lib/domain/review'
import type { Objection } from '@/lib/domain/review-objections'

const many = (count: number) => `${new Intl.NumberFormat('ja-JP').format(count)}件`

export const answerLabels: Record<Answer, string> = {
  unchanged: '変更なし',
  change: '変更する',
  disposed: '廃棄した',
  notOurs: '自分の課ではない',
}

/** What speaks against answering 変更なし without opening the row. */
export const objectionLabels: Record<Objection, string> = {
  mustOpen: '開いて確かめる対象です',
  ended: '廃棄などにより、台帳で有効でなくなりました',
  changedSince: '見直しの開始後に内容が変わりました',
  openProposal: '承認待ちの変更があります',
  schemeToChange: '新しい分類基準への変更がまだです',
  unclassified: '分類されていません',
  retiredScheme: '廃止された分類体系で分類されています',
  requiredQuestion: '必須の質問に答えていません',
}

export const findingLabels: Record<AssetFinding, string> = {
  unclassified: '分類されていません',
  retiredScheme: '分類体系が古いままです',
  zoneNotEntered: 'ネットワーク区分が未入力です',
  personalUnknown: '個人情報区分が未入力です',
  subjectsUnknown: '本人の数が未入力です',
  personalButLow: '個人情報の区分に対して分類が低い可能性があります',
  disposalOverdue: '廃棄予定日を過ぎています',
  outsourcingEnded: '委託期間が終わっています',
  myNumberZone: '特定個人情報がマイナンバー利用事務系の外にあります',
}

/** How the proposal behind an answer stands. */
export const answerProposalLabels: Record<ProposalState, string> = {
  submitted: '承認待ち',
  approved: '承認済み',
  returned: '差し戻されました',
  withdrawn: '取り下げました',
  overtaken: '打ち切られました',
}

/** The sheet of a department. */
export const sheetLabels = {
  title: '回答票',
  lead: '今も正しいものは「変更なし」に印を付けます。付けるとすぐに保存されます。',
  readOnly: '見るだけの画面です。回答できるのは、この課の担当者・管理者です。',
  headsOnly: 'この見直しには、課室長が回答します。',
  closed: 'この見直しは締め切られています。回答は変えられません。',
  returnedTitle: '事務局から差し戻されました',
  certifiedTitle: (who: string, principal: string | null, when: string) =>
    `${who}さん${principal === null ? '' : `（${principal}さんの代決）`}が${when}に証明しました`,
  mend: '証明された回答を変える',
  certifiedNote: '回答を変えると証明は無効になり、もう一度証明が必要になります。',
  reopenedTitle: '締め切った後に、この課の回答を再び受け付けています',
  voided: '証明の後に回答が変わったため、もう一度証明が必要です。',
  show: '表示する回答',
  shows: { open: '回答が要るもの', all: 'すべて', changed: '「変更なし」以外' },
  departments: '課を選ぶ',
  caption: (department: string) => `${department}の回答票`,
  number: '資産番号',
  name: '情報資産',
  levels: '分類',
  zone: 'ネットワーク区分',
  findings: '確かめること',
  answer: '回答',
  note: 'メモ',
  noteOf: (name: string) => `${name}のメモ`,
  unchanged: '変更なし',
  unchangedOf: (name: string) => `${name}は変更なし`,
  act: { change: '変更する', edit: '分類以外を変更する', disposed: '廃棄した', notOurs: '自分の課ではない' },
  instead: '回答を改める',
  of: (name: string) => `（${name}）`,
  seeProposal: '提出の内容を見る',
  unsettled: '回答をやり直してください',
  waitsForRouting: '事務局が所管の課を決めるのを待っています',
  waitsForTaker: '移管先の受入れを待っています',
  to: (department: string) => `移管先　${department}`,
  answeredBy: (who: string, when: string) => `${who}さん　${when}`,
  inBulk: '一括',
  opened: '開いて確認済み',
  openRow: '開いて確かめる',
  save: 'この画面の回答を保存する',
  add: '台帳に載っていない情報資産を加える',
  counts: {
    rows: '対象',
    none: '未回答',
    unchanged: '変更なし',
    change: '変更する',
    disposed: '廃棄した',
    notOurs: '自分の課ではない',
    unsettled: '決まっていないもの',
  },
  countsCaption: '回答の数',
  empty: {
    open: '回答が要るものはありません',
    all: '対象の情報資産はありません',
    changed: '「変更なし」以外の回答はありません',
  },
  emptyTodo: { open: '課室長が証明すると、この課の見直しは終わりです。', all: '', changed: '' },
  noDepartment: 'この見直しの対象になっている課は、あなたの範囲にありません',
  rest: (count: number) => `残り${many(count)}をすべて変更なしと回答する`,
  restTitle: '残りをまとめて回答する',
  restLead: (free: number, blocked: number) =>
    blocked > 0
      ? `確かめることのない${many(free)}を、まとめて「変更なし」と回答できます。ほかの${many(blocked)}は、一件ずつ開いて確かめてください。`
      : `確かめることのない${many(free)}を、まとめて「変更なし」と回答できます。まとめて回答したことは記録に残ります。`,
  restNone: (blocked: number) => `未回答の${many(blocked)}は、一件ずつ開いて確かめてください。`,
  allDone: 'すべて回答済みです。',
  certify: '証明へ進む',
  waitsForHead: '課室長の証明を待っています。',
  saving: '保存しています',
  saved: '保存しました。上の件数は、画面を開き直すと新しくなります',
  savedVoid: '保存しました。証明は無効になりました。課室長にもう一度証明を依頼してください',
  notSaved:
    '保存できませんでした。通信を確かめて、もう一度印を付けるか「この画面の回答を保存する」を押してください。',
  conflict: 'ほかの人が先に回答しました',
  conflictBy: (who: string | null, answer: string) =>
    `ほかの人${who ? `（${who}さん）` : ''}が先に「${answer}」と回答しました。保存していません。`,
  keepTheirs: '今の回答を残す',
  useMine: '自分の回答にする',
  notAnswered: '未回答',
  givenConflict: (who: string | null) =>
    `質問には、ほかの人${who ? `（${who}さん）` : ''}が先に答えました。保存していません。画面を開き直してください。`,
  givenRefused: '質問への答えを保存していません。画面を開き直してください。',
  gone: 'この行は、ほかの課へ移りました。保存していません。',
  rowRefused: (objections: string) =>
    objections === ''
      ? '保存していません。この行には、承認を待っている提出があります。'
      : `保存していません。${objections}。済ませてから回答してください。`,
  rowsConflict: (count: number) =>
    `${many(count)}は、ほかの人が先に回答したか、開いて確かめる必要があるか、必須の質問に答えていないため、保存していません。画面を開き直して、今の回答を確かめてください。そのほかは保存しました。`,
  nothingChanged: '変わった回答がありません。',
  keys: 'キーの説明',
  keyList: [
    ['↓・↑　J・K', '次の行・前の行へ移る'],
    ['1', '「変更なし」の印を付ける・外す'],
    ['2・3・4', '「変更する」「廃棄した」「自分の課ではない」を開く'],
    ['Enter', '行を開いて確かめる'],
    ['N', 'メモを書く'],
    ['S', '「残りをまとめて回答する」へ移る'],
  ],
} as const

export const sheetFormErrors = {
  noteTooLong: 'メモは1,000文字以内で入力してください',
  givenTooLong: '質問への答えは2,000文字以内で入力してください',
} as const

/** One row, opened. */
export const reviewRowLabels = {
  title: '情報資産の見直し',
  frozen: '見直しの開始時の内容',
  frozenLead: (day: string) => `${day}の内容です。今の内容は台帳で確かめられます。`,
  kept: '今の保管のしかた',
  now: '台帳で今の内容を見る',
  answerTitle: '回答',
  unchanged: '確かめたうえで「変更なし」と回答する',
  takeBack: '回答を取り消す',
  note: 'メモ',
  noteHelp: '課の中と事務局への覚え書きです。台帳には載りません。',
  saveNote: 'メモを保存する',
  other: '変更なしでないとき',
  personal: '個人情報区分',
  people: '本人の数',
  kind: '種類',
  lastConfirmed: '前回の確認',
  log: 'この行の回答の経過',
  logEmpty: 'まだ回答していません。',
  nobody: '自動処理',
} as const

export const certifyLabels = {
  title: '見直しの証明',
  lead: '回答の内容を確かめ、課室長の名で証明します。',
  statement: '証明する内容',
  exceptions: '「変更なし」以外の回答',
  noExceptions: 'すべて「変更なし」です。',
  otherExceptions: (count: number) => `ほかの${many(count)}を回答票で見る`,
  bulk: (count: number) => `うち一括の回答　${many(count)}`,
  givenToRows: (target: string) => `質問への答え（${target}）`,
  eachGiven: '情報資産ごとの答えを見る',
  moreGiven: (shown: number) => `はじめの${many(shown)}です。すべての答えは回答票で見られます`,
  additions: '見直しの中で加えた情報資産',
  changedSince: '前の証明の後に変わった回答',
  blockers: '証明の前に済ませること',
  blocker: {
    none: (count: number) => `未回答が${many(count)}あります`,
    unsettled: (count: number) => `決まっていない回答が${many(count)}あります`,
  },
  toSheet: '回答票を見る',
  waiting: (count: number) =>
    `承認待ちの変更が${many(count)}あります。差し戻されると、この証明は無効になります。`,
  seeWaiting: '未処理一覧を開く',
  certify: '証明する',
  as: (who: string, department: string, principal: string | null) =>
    principal === null
      ? `${department}　${who}さんの名で証明します。`
      : `${department}　${principal}さんの代決として、${who}さんが証明します。`,
} as const
