import type { Answer, ApprovalCity } from './approval-city'
import type { reviewActs } from './review-acts'

export type Given = { place: number; number?: string; version: number; value?: string | null }
type Outcome = { place: number; outcome: string; version: number; theirs?: { value: string | null } }

/** What people of the approval city do with the questions of a review, one call an act. */
export function questionActs({ owner, idOf }: ApprovalCity, reviews: ReturnType<typeof reviewActs>) {
  const asked = (kind: string, more: object = {}) => ({
    askedOf: 'department',
    kind,
    label: 'How?',
    required: false,
    ...more,
  })
  const ask = (review: string, questions: object[], login = 'secretary') =>
    reviews.ask(login, 'review.manage', 'keep_review_questions($1, $2::jsonb)', [
      review,
      JSON.stringify(questions),
    ])
  /** A review of everything, open, with these questions. */
  const openedWith = async (questions: object[], more: object = {}) => {
    const id = await reviews.make(more)
    await ask(id, questions)
    await reviews.start(id)
    return id
  }
  const give = (login: string, review: string, department: string, given: Given[]) =>
    reviews.askFor<Outcome[]>(login, 'review.answer', 'save_review_given($1, $2, $3::jsonb)', [
      review,
      idOf('department', department),
      JSON.stringify(given),
    ])
  const handIn = (
    login: string,
    review: string,
    department: string,
    { place = 1, version = 0, number = null as string | null, kind = 'pdf', content = '%PDF-1.7 text' } = {},
  ) =>
    reviews.ask(login, 'review.answer', 'give_review_file($1, $2, $3, $4, $5, $6, $7, $8)', [
      review,
      idOf('department', department),
      number,
      place,
      version,
      `sheet.${kind}`,
      kind,
      Buffer.from(content, 'latin1'),
    ])
  const missing = async (review: string, department: string) =>
    (
      await owner<{ missing: Answer }>('select review_missing($1, $2) as missing', [
        review,
        idOf('department', department),
      ])
    )[0]?.missing
  return { asked, ask, openedWith, give, handIn, missing }
}
