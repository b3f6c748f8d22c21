import { Form } from '@/components/form/form'
import { FormActs } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { closeReview } from '@/lib/features/reviews/actions'
import { manageLabels as words } from '@/lib/labels/reviews'

/** 締め切る: what that means for departments that have not certified, and the one button. */
export function CloseForm({ id, version, open }: { id: string; version: string; open: number }) {
  return (
    <>
      <Notice kind={open > 0 ? 'warn' : 'info'} title={open > 0 ? words.closeOpen(open) : words.closeAll} />
      <Form action={closeReview} guarded={false}>
        <HiddenField name="id" value={id} />
        <HiddenField name="version" value={version} />
        <FormActs>
          <SubmitButton kind="danger">{words.close}</SubmitButton>
          <ButtonLink kind="quiet" href={`/reviews/${id}`}>
            {words.cancel}
          </ButtonLink>
        </FormActs>
      </Form>
    </>
  )
}
