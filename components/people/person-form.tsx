import { Choice } from '@/components/form/choice'
import { Form } from '@/components/form/form'
import { FormActs, FormSection } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { addPersonFromForm, savePerson } from '@/lib/features/people/actions'
import { employments } from '@/lib/features/people/schema'
import { employmentLabels } from '@/lib/labels/organization'
import { personFields as fields, personFormLabels as words } from '@/lib/labels/people-forms'

export type EditedPerson = {
  id: bigint
  version: number
  name: string
  kana: string | null
  employeeNumber: string | null
  employment: string
  mail: string | null
}

/** One person's own particulars, for new and for edit; roles are given on the person's page. */
export function PersonForm({ person }: { person?: EditedPerson }) {
  const options = employments.map((value) => ({ value, label: employmentLabels[value] }))
  return (
    <Form action={person ? savePerson : addPersonFromForm} fieldNames={fields}>
      {person && <HiddenField name="person" value={person.id.toString()} />}
      {person && <HiddenField name="version" value={String(person.version)} />}
      <FormSection title={words.identity} purpose={words.identityPurpose}>
        {!person && (
          <TextField
            name="loginId"
            label={fields.loginId}
            help={words.loginIdHelp}
            width="half"
            maxLength={64}
            required
          />
        )}
        <TextField
          name="name"
          label={fields.name}
          value={person?.name}
          width="half"
          maxLength={100}
          required
        />
        <TextField
          name="kana"
          label={fields.kana}
          help={words.kanaHelp}
          value={person?.kana ?? ''}
          width="half"
          maxLength={100}
        />
        <TextField
          name="employeeNumber"
          label={fields.employeeNumber}
          value={person?.employeeNumber ?? ''}
          width="half"
          maxLength={40}
        />
        <Choice
          name="employment"
          label={fields.employment}
          options={options}
          value={person?.employment ?? 'regular'}
          inline
          required
        />
      </FormSection>
      <FormSection title={words.contact} purpose={words.contactPurpose}>
        <TextField name="mail" label={fields.mail} type="email" value={person?.mail ?? ''} width="half" />
      </FormSection>
      <FormActs>
        <SubmitButton>{person ? words.editAct : words.addAct}</SubmitButton>
      </FormActs>
    </Form>
  )
}
