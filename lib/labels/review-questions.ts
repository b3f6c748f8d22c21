import type { QuestionKind, QuestionTarget } from '@/lib/domain/review-question'

const number = new Intl.NumberFormat('ja-JP')

export const questionKindLabels: Record<QuestionKind, string> = {
  text: '文章',
  choice: '選択肢から1つ',
  yesNo: 'はい・いいえ',
  file: 'ファイル',
}

export const questionTargetLabels: Record<QuestionTarget, string> = {
  department: '課ごとに1回',
  asset: '情報資産ごと',
}

export const yesNoLabels: Record<string, string> = { yes: 'はい', no: 'いいえ' }

/** Questions in the form of a review. */
export const questionFormLabels = {
  title: '追加の質問',
  purpose: '回答とあわせて課に聞くことです。6つまで作れます。始まった後は変えられません。',
  nth: (place: number) => `質問${place}`,
  label: '文',
  kind: '答え方',
  askedOf: '聞く相手',
  choices: '選択肢',
  choicesHelp: '「選択肢から1つ」のとき、1行に1つずつ入力します。',
  required: '必須にする（答えないと証明できません）',
  of: (field: string, place: number) => `質問${place}の${field}`,
} as const

/** Questions where they are answered. */
export const questionLabels = {
  title: '課への質問',
  lead: '課として1回答えます。答えは証明の対象になります。',
  ofRow: 'この情報資産についての質問',
  column: '質問',
  save: '質問への答えを保存する',
  none: '答えていません',
  file: (name: string, size: string) => `${name}（${size}）`,
  present: '今のファイル',
  fileHelp: '5MBまで。選び直すと新しいものに替わり、前のものは記録に残ります。',
  by: (who: string, when: string) => `${who}さん　${when}`,
  inRow: (question: string, name: string) => `${question}（${name}）`,
  openForFile: 'ファイルを付ける',
  missing: (questions: number, rows: number) =>
    [
      questions > 0 ? `課への必須の質問が${number.format(questions)}問残っています` : '',
      rows > 0 ? `必須の質問に答えていない情報資産が${number.format(rows)}件あります` : '',
    ]
      .filter(Boolean)
      .join('。'),
  rows: (rows: number) => `${number.format(rows)}件`,
  answered: (rows: number) => `回答　${number.format(rows)}件`,
  question: '質問',
  answer: '答え',
  department: '課',
  section: '質問への答え',
  choose: '選んでください',
  required: '必須',
} as const

/** A number of bytes for people. */
export function sizeInWords(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${number.format(Math.ceil(bytes / 1024))}KB`
    : `${(bytes / 1024 / 1024).toFixed(1)}MB`
}
