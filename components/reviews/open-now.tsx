import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { openNow } from '@/lib/features/reviews/actions'
import { progressLabels as words } from '@/lib/labels/reviews'

/** 今すぐ始める: freezes the scope at this moment. */
export function OpenNow({ id, version }: { id: string; version: string }) {
  return (
    <Form action={openNow} guarded={false}>
      <p className="mb-3">{words.openNowLead}</p>
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={version} />
      <SubmitButton>{words.openNow}</SubmitButton>
    </Form>
  )
}
