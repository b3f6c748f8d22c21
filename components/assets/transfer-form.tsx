import { Combobox } from '@/components/form/combobox'
import { Form } from '@/components/form/form'
import { FormActs } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextArea } from '@/components/form/text-area'
import { ButtonLink } from '@/components/ui/button'
import { transferAsset } from '@/lib/features/assets/state-actions'
import { transferLabels as words } from '@/lib/labels/proposals'
import { TransferHelp } from './transfer-help'

type TransferFormProps = {
  number: string
  version: string
  departments: { value: string; label: string }[]
  cancelHref: string
  /** The review that the form was opened from. */
  review?: string | undefined
  /** The department that was named before the form was opened. */
  chosen?: string | undefined
  earlier: { code: string; name: string }[]
}

/** To another department: released by one head and accepted by the other. */
export function TransferForm({ earlier, ...form }: TransferFormProps) {
  return (
    <>
      <Fields {...form} />
      {form.review && <TransferHelp asset={form.number} review={form.review} earlier={earlier} />}
    </>
  )
}

function Fields({
  number,
  version,
  departments,
  cancelHref,
  review,
  chosen,
}: Omit<TransferFormProps, 'earlier'>) {
  return (
    <Form action={transferAsset} fieldNames={{ department: words.department, reason: words.reason }}>
      <HiddenField name="number" value={number} />
      <HiddenField name="version" value={version} />
      {review && <HiddenField name="review" value={review} />}
      <Combobox name="department" label={words.department} required options={departments} value={chosen} />
      <TextArea name="reason" label={words.reason} required maxLength={1000} />
      <FormActs>
        <SubmitButton>{words.submit}</SubmitButton>
        <ButtonLink kind="quiet" href={cancelHref}>
          {words.cancel}
        </ButtonLink>
      </FormActs>
    </Form>
  )
}
