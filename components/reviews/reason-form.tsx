import { Form } from '@/components/form/form'
import { FormActs } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextArea } from '@/components/form/text-area'
import { ButtonLink } from '@/components/ui/button'
import { manageLabels as words } from '@/lib/labels/reviews'
import type { FormAction } from '@/lib/platform/actions'

type ReasonFormProps = {
  action: FormAction
  review: string
  department: string
  label: string
  act: string
  cancelHref: string
}

/** An act of whoever runs the review upon one department; never without a reason. */
export function ReasonForm({ action, review, department, label, act, cancelHref }: ReasonFormProps) {
  return (
    <Form action={action} fieldNames={{ reason: label }}>
      <HiddenField name="review" value={review} />
      <HiddenField name="department" value={department} />
      <TextArea name="reason" label={label} required maxLength={1000} />
      <FormActs>
        <SubmitButton kind="danger">{act}</SubmitButton>
        <ButtonLink kind="quiet" href={cancelHref}>
          {words.cancel}
        </ButtonLink>
      </FormActs>
    </Form>
  )
}
