import type { Answer } from '@/lib/domain/review'
import { ledgerColumns } from './ledger-columns'
import { yesNoLabels } from './review-questions'
import { answerLabels } from './review-sheet'

/** The words of a workbook of answers: it is written out in them and read by them. */
export const offlineSheetWords = {
  number: ledgerColumns.number.label,
  version: ledgerColumns.version.label,
  answer: '回答',
  note: '回答の理由',
  ticket: '回答票の版',
  code: '部署コード',
  school: '学校',
  questionNumber: '質問の番号',
  question: '質問',
  given: '答え',
  /** The head of a column for an answer to a question about each asset. */
  questionHead: (place: number, label: string) => `質問${place}　${label}`,
  questionsSheet: '学校への質問',
  howToSheet: '書き方',
  signSheet: (school: string) => `署名 ${school}`,
} as const

const questionHead = /^質問([1-6])(?:\s|$)/u
/** The place of the question that a column is for; null for any other column. */
export function placeOfHead(head: string): number | null {
  const place = questionHead.exec(head)?.[1]
  return place === undefined ? null : Number(place)
}

const fold = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '')
const answers = new Map(
  (Object.keys(answerLabels) as Answer[]).map((answer) => [fold(answerLabels[answer]), answer]),
)
export const answerChoices: readonly string[] = Object.values(answerLabels)

export function answerOfWord(word: string): Answer | null {
  return answers.get(fold(word)) ?? null
}

const yesNo = new Map(Object.entries(yesNoLabels).map(([code, label]) => [fold(label), code] as const))
/** An answer to a question of yes or no, by its word; other texts as they are. */
export function givenOfWord(word: string): string {
  return yesNo.get(fold(word)) ?? word
}
