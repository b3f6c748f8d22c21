import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import type { ButtonKind } from '@/components/ui/button-style'
import { answerRest } from '@/lib/features/reviews/actions'
import { sheetLabels as words } from '@/lib/labels/review-sheet'

type RestUnchangedProps = {
  review: string
  department: string
  /** How many rows that is, as the person sees it: never more are answered. */
  free: number
  back: 'inbox' | 'sheet'
  kind?: ButtonKind
}

/** 残りn件をすべて変更なしと回答する: one press for all that nothing speaks against. */
export function RestUnchanged({ review, department, free, back, kind = 'primary' }: RestUnchangedProps) {
  return (
    <Form action={answerRest} guarded={false}>
      <HiddenField name="review" value={review} />
      <HiddenField name="department" value={department} />
      <HiddenField name="seen" value={String(free)} />
      <HiddenField name="back" value={back} />
      <SubmitButton kind={kind}>{words.rest(free)}</SubmitButton>
    </Form>
  )
}
