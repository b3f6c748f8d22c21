import { uploadRefusalWords } from './import-pages'
import { submitRefusalWords } from './proposal-words'

/** Words of the schools beside the standard ledger. */
export const schoolLabels = {
  title: '学校との違い',
  lead: '標準台帳と、各学校の台帳を比べています。標準台帳で空欄の項目は、学校ごとに違ってよいものとして比べません。',
  link: '学校との違いを見る',
  offlineHint:
    'ポータルにつながらない学校の定期見直しは、見直しのページの「学校の紙の回答」から取り込みます。',
  offlineLink: '定期見直しを開く',
  back: '標準台帳',
  caption: '学校ごとの違い',
  choose: '選ぶ',
  chooseOf: (name: string) => `${name}を選ぶ`,
  school: '学校',
  same: '標準と同じ',
  differs: '標準と違う',
  missing: '学校にない',
  own: '学校だけにある',
  rows: (count: number) => `${count.toLocaleString('ja-JP')}件`,
  counted: (schools: number, standard: number) => `${schools}校　標準台帳${standard}件`,
  chooseAll: '足りない行のある学校をすべて選ぶ',
  chooseNone: '選択を外す',
  derive: '選んだ学校の台帳を作る',
  derivePurpose:
    '標準台帳にあって学校にない行を、学校の台帳の下書きに加え、校長の承認に提出します。今ある行は変えません。',
  derived: (rows: string, schools: string) => `${schools}校の台帳に${rows}件を加え、校長の承認に提出しました`,
  derivedTodo: '校長が承認すると、学校の台帳に載ります。',
  chooseSchools: '学校を選んでください。',
  submitReason: '標準台帳から作成',
  derivedReason: (schools: number, rows: number) => `${schools}校、${rows}件`,
  classificationReason: '標準台帳の重要性分類による',
  workbook: '学校ごとのブックを書き出す',
  workbookOf: 'この学校のブックを書き出す',
  workbookTitle: (schools: number) => `学校の情報資産台帳（${schools}校）`,
  recordedReason: (schools: number, rows: number) =>
    `学校ごとのブック、${schools}校、${rows.toLocaleString('ja-JP')}件`,
  howTo: '使い方',
  howToText:
    'シートは一校に一枚です。変えたい欄だけを書き換え、新しい情報資産は下の空いた行に書いてください。資産番号・状態・版は変えないでください。書き終えたら、このファイルのまま「ファイルから取り込む」で取り込めます。',
  workbookName: (day: string, level: string) => `学校の情報資産台帳_${level}_${day}基準`,
  emptyWhy: '閲覧できる学校がありません。',
  emptyTodo: '学校を担当する人だけが、ここで学校の台帳を見られます。',
  noStandard: '標準台帳には、まだ何もありません。',
  schoolTitle: (name: string) => `${name}と標準台帳の違い`,
  schoolLead: '「標準台帳の値 → 学校の値」の順に表示しています。',
  schoolBack: '学校との違い',
  ledger: 'この学校の台帳を開く',
  differing: (count: number) => `標準と違う情報資産　${count}件`,
  noneDiffering: '標準と違う情報資産はありません。',
  lacking: (count: number) => `学校にない情報資産　${count}件`,
  noneLacking: '標準台帳の情報資産は、すべて学校にあります。',
  deriveOne: 'この学校の台帳に加える',
  alone: (count: number) => `学校だけにある情報資産　${count}件`,
  noneAlone: '学校だけにある情報資産はありません。',
  alike: (count: number) => `標準と同じ情報資産　${count}件`,
  showNames: '名称を表示する',
  noneAlike: '標準と同じ情報資産はありません。',
  namedOtherwise: (name: string) => `標準台帳では「${name}」`,
  draft: '下書き',
  refused: {
    busy: 'ほかの方が書き出しています',
    tooMany: '一度に書き出せるのは5,000件までです',
  },
  refusedTodo: {
    busy: '1分ほど待って、もう一度押してください。まだ何も書き出していません。',
    tooMany: '学校のページから、一校ずつ書き出してください。まだ何も書き出していません。',
  },
} as const

export const deriveRefusals = {
  ...submitRefusalWords,
  nothingMissing: '選んだ学校には、標準台帳の行がすべてあります。何も加えていません。',
  oldScheme:
    '標準台帳に、今の分類体系でない行があります。標準台帳の行を開いて重要性分類を選び直してから、もう一度押してください。何も加えていません。',
  tooMany: '一度に作れるのは5,000件までです。学校を減らして、もう一度押してください。何も加えていません。',
  outOfReach: '担当していない学校が含まれています。何も加えていません。',
} as const

/** 標準に合わせる: a school's assets take what the standard ledger says. */
export const alignLabels = {
  purpose:
    '選んだ情報資産を、標準台帳の値に変えます。標準台帳で空欄の項目は変えません。次の画面で変わるところを確かめてから決めます。重要性分類など承認の要るものは、校長に提出します。',
  chooseOf: (name: string) => `${name}を選ぶ`,
  chooseAll: '標準と違う情報資産をすべて選ぶ',
  chooseNone: '選択を外す',
  act: '選んだ情報資産を標準に合わせる',
  asset: '情報資産',
  chooseAssets: '標準に合わせる情報資産を選んでください。',
  fileName: (school: string) => `標準に合わせる_${school}.csv`,
} as const

export const alignRefusals = {
  ...uploadRefusalWords,
  nothingDiffers: '選んだ情報資産は、もう標準台帳と同じです。画面を開き直してください。何も変えていません。',
} as const
