import { Choice } from '@/components/form/choice'
import { Form } from '@/components/form/form'
import { FormActs } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { DateField, TextField } from '@/components/form/text-field'
import { ButtonLink } from '@/components/ui/button'
import type { DisposalMethod } from '@/lib/domain/disposal'
import { disposeAsset } from '@/lib/features/assets/state-actions'
import { assetDetailLabels as words, assetFormLabels } from '@/lib/labels/asset-pages'
import { disposalMethodLabels } from '@/lib/labels/disposal'

type DisposeFormProps = {
  number: string
  version: string
  methods: readonly DisposalMethod[]
  today: string
  person: string
  cancelHref: string
  /** The review that the form was opened from. */
  review?: string | undefined
}

/** Disposal: when, by whom, how; only the methods that the levels allow. It is submitted for approval. */
export function DisposeForm({
  number,
  version,
  methods,
  today,
  person,
  cancelHref,
  review,
}: DisposeFormProps) {
  return (
    <Form
      action={disposeAsset}
      fieldNames={{
        disposedOn: words.disposedOn,
        disposedBy: words.disposedBy,
        method: words.disposalMethod,
        reason: words.disposeReason,
      }}
    >
      <HiddenField name="number" value={number} />
      <HiddenField name="version" value={version} />
      {review && <HiddenField name="review" value={review} />}
      <DateField name="disposedOn" label={words.disposedOn} required value={today} />
      <TextField name="disposedBy" label={words.disposedBy} required value={person} />
      <Choice
        name="method"
        label={words.disposalMethod}
        required
        value={methods.length === 1 ? methods[0] : undefined}
        options={methods.map((method) => ({ value: method, label: disposalMethodLabels[method] }))}
      />
      <TextField name="reason" label={words.disposeReason} />
      <FormActs>
        <SubmitButton kind="danger">{words.dispose}</SubmitButton>
        <ButtonLink kind="quiet" href={cancelHref}>
          {assetFormLabels.cancel}
        </ButtonLink>
      </FormActs>
    </Form>
  )
}
