import { z } from 'zod'
import {
  questionKinds,
  questionsAtMost,
  questionTargets,
  type ReviewQuestion,
} from '@/lib/domain/review-question'
import { reviewFormErrors as errors } from '@/lib/labels/review-words'

export const reviewQuestions = z.array(
  z.object({
    askedOf: z.enum(questionTargets),
    kind: z.enum(questionKinds),
    label: z.string(),
    required: z.boolean(),
    choices: z.array(z.string()).optional(),
  }),
)

/** Places of the questions in the form. */
export const questionPlaces = Array.from({ length: questionsAtMost }, (_, at) => at + 1)

const target = z.enum(questionTargets).catch('department')
const kind = z.enum(questionKinds)

/** The questions of the form, in order; a place without words is none. */
export const questionsFormSchema = z.record(z.string(), z.string()).transform((typed, context) => {
  const wrong = (field: string, message: string) => {
    context.addIssue({ code: 'custom', path: [field], message })
  }
  return questionPlaces.flatMap((place): ReviewQuestion[] => {
    const of = (field: string) => (typed[`${field}${place}`] ?? '').trim()
    const label = of('qLabel')
    const choices = of('qChoices')
      .split(/\r?\n/u)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (label === '') {
      if (choices.length > 0) wrong(`qLabel${place}`, errors.questionLabel)
      return []
    }
    if (label.length > 200) wrong(`qLabel${place}`, errors.tooLong(200))
    const chosen = kind.safeParse(of('qKind'))
    if (!chosen.success) {
      wrong(`qKind${place}`, errors.questionKind)
      return []
    }
    const asked = {
      askedOf: target.parse(of('qAsked')),
      kind: chosen.data,
      label,
      required: of('qRequired') === 'on',
    }
    if (asked.kind !== 'choice') return [asked]
    const fits = choices.length >= 2 && choices.length <= 20 && new Set(choices).size === choices.length
    if (!fits || choices.some((choice) => choice.length > 100))
      wrong(`qChoices${place}`, errors.questionChoices)
    return [{ ...asked, choices }]
  })
})

/** Questions as the fields of the form hold them. */
export function questionValues(questions: readonly ReviewQuestion[]): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap(({ label, kind: how, askedOf, required, choices }, at) => [
      [`qLabel${at + 1}`, label],
      [`qKind${at + 1}`, how],
      [`qAsked${at + 1}`, askedOf],
      [`qRequired${at + 1}`, required ? 'on' : ''],
      [`qChoices${at + 1}`, (choices ?? []).join('\n')],
    ]),
  )
}
