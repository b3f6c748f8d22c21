import { Choice } from '@/components/form/choice'
import { Form } from '@/components/form/form'
import { FormActs, FormSection } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { DateField, NumberField, TextField } from '@/components/form/text-field'
import { ButtonLink } from '@/components/ui/button'
import { saveReview } from '@/lib/features/reviews/form-actions'
import type { ScopeChoices } from '@/lib/features/reviews/scope-schema'
import { reviewFormLabels as words } from '@/lib/labels/review-report'
import { ReminderFields, reminderFieldNames } from './reminder-fields'
import { reclassificationLabels } from '@/lib/labels/scheme-mapping'
import type { ListedMapping } from '@/lib/features/schemes/mapping-schema'
import { ReclassificationFields } from './reclassification-fields'
import { QuestionFormFields, questionFieldNames } from './question-form-fields'
import { ScopeFields } from './scope-fields'

type ReviewFormProps = {
  values: Record<string, string>
  choices: ScopeChoices
  mappings: ListedMapping[]
  schoolsOnly: boolean
  cancelHref: string
}

const answerers = (['clerks', 'heads'] as const).map((value) => ({
  value,
  label: words.answererOptions[value],
}))

/** A review that is made, or edited before it opens: what it is called, when, and what it covers. */
export function ReviewForm({ values, choices, mappings, schoolsOnly, cancelHref }: ReviewFormProps) {
  const isNew = (values['id'] ?? '') === ''
  return (
    <Form action={saveReview} fieldNames={fieldNames}>
      {(['id', 'version', 'copiedFrom'] as const).map((name) => (
        <HiddenField key={name} name={name} value={values[name] ?? ''} />
      ))}
      <FormSection title={words.basics} purpose={words.basicsPurpose}>
        <TextField
          name="title"
          label={words.title}
          help={words.titleHelp}
          required
          maxLength={100}
          value={values['title']}
        />
        <DateField
          name="opensOn"
          label={words.opensOn}
          help={words.opensOnHelp}
          required
          value={values['opensOn']}
        />
        <DateField name="dueOn" label={words.dueOn} required value={values['dueOn']} />
        <Choice
          name="answerers"
          label={words.answerers}
          required
          options={answerers}
          value={values['answerers'] ?? 'clerks'}
        />
        <NumberField
          name="mustOpen"
          label={words.mustOpen}
          help={words.mustOpenHelp}
          unit={words.unit}
          value={values['mustOpen'] ?? '0'}
        />
      </FormSection>
      <ReminderFields values={values} />
      <ReclassificationFields mappings={mappings} values={values} />
      <ScopeFields choices={choices} values={values} schoolsOnly={schoolsOnly} />
      <QuestionFormFields values={values} />
      <FormActs>
        <SubmitButton name="act" value="save">
          {isNew ? words.make : words.save}
        </SubmitButton>
        <ButtonLink kind="quiet" href={cancelHref}>
          {words.cancel}
        </ButtonLink>
      </FormActs>
    </Form>
  )
}

const fieldNames: Record<string, string> = {
  ...reminderFieldNames,
  schemes: reclassificationLabels.schemes,
  ...questionFieldNames,
  title: words.title,
  opensOn: words.opensOn,
  dueOn: words.dueOn,
  answerers: words.answerers,
  mustOpen: words.mustOpen,
  categories: words.categories,
  bureaus: words.bureaus,
  zones: words.zones,
  confidentiality: words.confidentiality,
  importance: words.importance,
  family: words.family,
  unconfirmedBefore: words.unconfirmedBefore,
}
