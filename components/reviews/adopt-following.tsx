import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/section'
import { adoptFollowing } from '@/lib/features/reviews/adopt-actions'
import type { ShownSheet } from '@/lib/features/reviews/sheet-schema'
import { reclassificationLabels as words } from '@/lib/labels/scheme-mapping'

/** The form of one row's button; the button itself stands in the table of answers. */
export const adoptRowForm = 'adopt-row'

type Place = { review: string; department: string }

/** 対応表のとおりでよい, for a row of the table that carries its number in its own button. */
export function AdoptRowForm({ review, department }: Place) {
  return (
    <Form action={adoptFollowing} guarded={false} id={adoptRowForm}>
      <HiddenField name="review" value={review} />
      <HiddenField name="department" value={department} />
    </Form>
  )
}

/** The same on the page of one row. */
export function AdoptRow({ review, department, number }: Place & { number: string }) {
  return (
    <Form action={adoptFollowing} guarded={false}>
      <HiddenField name="review" value={review} />
      <HiddenField name="department" value={department} />
      <HiddenField name="number" value={number} />
      <SubmitButton>{words.adopt}</SubmitButton>
    </Form>
  )
}

/** 残りn件を対応表のとおりに提出する: one press, one proposal of the department. */
export function AdoptRest({ sheet }: { sheet: ShownSheet }) {
  const { review, department, versions } = sheet
  const follows = versions?.adoptable ?? 0
  return (
    <Section id="rest" title={words.restTitle} lead={words.restLead(follows, versions?.toJudge ?? 0)}>
      {follows > 0 && (
        <Form action={adoptFollowing} guarded={false}>
          <HiddenField name="review" value={review.id} />
          <HiddenField name="department" value={department.id} />
          <HiddenField name="seen" value={String(follows)} />
          <SubmitButton>{words.rest(follows)}</SubmitButton>
        </Form>
      )}
    </Section>
  )
}
