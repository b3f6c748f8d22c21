import { Form } from '@/components/form/form'
import { FormActs } from '@/components/form/form-section'
import { Select } from '@/components/form/select'
import { SubmitButton } from '@/components/form/submit-button'
import { NumberField } from '@/components/form/text-field'
import { makeRecurrence } from '@/lib/features/reviews/recurrence-actions'
import { recurringLabels as words } from '@/lib/labels/review-recurring'

const names = {
  opensMonth: words.opensMonth,
  opensDay: words.opensDay,
  dueMonth: words.dueMonth,
  dueDay: words.dueDay,
}

/** From a review, on the same days of every year. */
export function RecurrenceForm({ templates }: { templates: { value: string; label: string }[] }) {
  if (templates.length === 0) return <p>{words.noTemplate}</p>
  return (
    <Form action={makeRecurrence} fieldNames={{ template: words.template, ...names }}>
      <Select name="template" label={words.template} required options={templates} />
      {(['opensMonth', 'opensDay', 'dueMonth', 'dueDay'] as const).map((name) => (
        <NumberField
          key={name}
          name={name}
          label={words[name]}
          required
          unit={name.endsWith('Month') ? words.month : words.day}
        />
      ))}
      <FormActs>
        <SubmitButton>{words.make}</SubmitButton>
      </FormActs>
    </Form>
  )
}
