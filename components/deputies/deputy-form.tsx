import { Choice } from '@/components/form/choice'
import { Combobox } from '@/components/form/combobox'
import { Form } from '@/components/form/form'
import { FormActs } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { DateField, TextField } from '@/components/form/text-field'
import { deputyLabels as words } from '@/lib/labels/deputies'
import type { FormState } from '@/lib/platform/form-state'

export type DeputyAction = (state: FormState, data: FormData) => Promise<FormState>
type Option = { value: string; label: string; hint?: string; keywords?: string }
export type DeputyFormProps = {
  action: DeputyAction
  posts: Option[]
  /** The only post that the viewer may name for: their own. */
  ownPost: { id: string; post: string } | null
  people: Option[]
}

const fieldNames = {
  post: words.post,
  kind: words.kind,
  deputy: words.deputy,
  validFrom: words.validFrom,
  until: words.until,
  reason: words.reason,
}

/** Names somebody for a post and a period, or says that its holder is away. */
export function DeputyForm({ action, posts, ownPost, people }: DeputyFormProps) {
  return (
    <Form action={action} fieldNames={fieldNames}>
      {ownPost ? (
        <>
          <HiddenField name="post" value={ownPost.id} />
          <p className="mb-6">
            <span className="mr-3 text-14 text-gray-700">{words.post}</span>
            {ownPost.post}
          </p>
        </>
      ) : (
        <Combobox name="post" label={words.post} help={words.postHelp} required options={posts} />
      )}
      <Choice
        name="kind"
        label={words.kind}
        required
        options={(['deputy', 'absent'] as const).map((kind) => ({
          value: kind,
          label: words.kinds[kind],
          hint: words.kindHints[kind],
        }))}
        value="deputy"
      />
      <Combobox name="deputy" label={words.deputy} help={words.deputyHelp} options={people} />
      <DateField name="validFrom" label={words.validFrom} help={words.validFromHelp} />
      <DateField name="until" label={words.until} help={words.untilHelp} required />
      <TextField name="reason" label={words.reason} help={words.reasonHelp} required maxLength={200} />
      <p className="mb-4 text-14">{words.actHint}</p>
      <FormActs>
        <SubmitButton>{words.act}</SubmitButton>
      </FormActs>
    </Form>
  )
}
