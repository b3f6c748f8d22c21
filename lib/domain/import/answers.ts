import { isChoice } from './choices'
import type { ImportField } from './import-field'

/** What somebody has answered for one word of the file: a code of that field, or a department's code. */
export type Answer = { field: ImportField; written: string; chosen: string }
export type AnswerOf = (field: ImportField, written: string) => string | null

const fold = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '')

export function answerFinder(answers: readonly Answer[]): AnswerOf {
  const known = new Map(
    answers
      .filter(({ field, chosen }) => isChoice(field, chosen))
      .map(({ field, written, chosen }) => [`${field}\n${fold(written)}`, chosen]),
  )
  return (field, written) => known.get(`${field}\n${fold(written)}`) ?? null
}
