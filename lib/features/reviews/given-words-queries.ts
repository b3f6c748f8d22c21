import 'server-only'
import type { ReviewQuestion } from '@/lib/domain/review-question'
import { questionLabels, sizeInWords, yesNoLabels } from '@/lib/labels/review-questions'
import { momentInWords } from '@/lib/labels/sign-in'
import type { Given, ShownQuestion } from './given-schema'

/** The questions of one kind of target with what was given to each, in words. */
export function shownQuestions(
  review: bigint,
  questions: readonly ReviewQuestion[],
  of: ReviewQuestion['askedOf'],
  given: readonly Given[],
): ShownQuestion[] {
  return questions.flatMap((question, at): ShownQuestion[] => {
    if (question.askedOf !== of) return []
    const place = at + 1
    const known = given.find((each) => each.place === place)
    const file = known?.file ?? null
    return [
      {
        place,
        kind: question.kind,
        label: question.label,
        required: question.required,
        choices: question.choices ?? [],
        version: known?.version ?? 0,
        value: known?.value ?? '',
        said: saidOf(question, known?.value ?? null),
        file:
          file === null
            ? null
            : {
                href: `/reviews/${review}/files/${file}`,
                name: questionLabels.file(known?.fileName ?? '', sizeInWords(known?.bytes ?? 0)),
              },
        by: known?.by ? questionLabels.by(known.by, momentInWords(known.at)) : null,
      },
    ]
  })
}

/** A given value in words. */
export function saidOf({ kind }: Pick<ReviewQuestion, 'kind'>, value: string | null): string | null {
  return value !== null && kind === 'yesNo' ? (yesNoLabels[value] ?? value) : value
}

type Counted = { place: number; value?: string | null | undefined; rows: number }

/** What was given for assets, counted: a line a question and choice. */
export function givenLines(questions: readonly ReviewQuestion[], given: readonly Counted[]): string[] {
  return given.flatMap(({ place, value, rows }) => {
    const question = questions[place - 1]
    if (!question) return []
    const said = saidOf(question, value ?? null)
    return [
      `${question.label}　${said === null ? questionLabels.answered(rows) : `${said}　${questionLabels.rows(rows)}`}`,
    ]
  })
}
