import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { remindNow } from '@/lib/features/reviews/reminder-actions'
import { remindersLabels as words } from '@/lib/labels/review-reminders'

/** 今すぐ知らせる: whoever has to act now. */
export function RemindNow({ id }: { id: string }) {
  return (
    <Form action={remindNow} guarded={false}>
      <p className="mb-3">{words.nowLead}</p>
      <HiddenField name="id" value={id} />
      <SubmitButton>{words.now}</SubmitButton>
    </Form>
  )
}
