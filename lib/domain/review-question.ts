/** How a question of a review is answered. */
export const questionKinds = ['text', 'choice', 'yesNo', 'file'] as const
export type QuestionKind = (typeof questionKinds)[number]
/** Once for the department, or for each of its assets. */
export const questionTargets = ['department', 'asset'] as const
export type QuestionTarget = (typeof questionTargets)[number]

/** The database keeps the same limit. */
export const questionsAtMost = 6

/** A question beside the answers of a review; it is named by its place among them, from 1. */
export type ReviewQuestion = {
  askedOf: QuestionTarget
  kind: QuestionKind
  label: string
  required: boolean
  /** Of a choice only. */
  choices?: string[] | undefined
}
