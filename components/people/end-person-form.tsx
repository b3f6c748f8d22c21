import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { DateField } from '@/components/form/text-field'
import { endUseOfPerson } from '@/lib/features/people/actions'
import { personFields, personFormLabels as words } from '@/lib/labels/people-forms'

/** Records the day from which somebody no longer uses the portal. */
export function EndPersonForm({ person }: { person: { id: bigint; version: number } }) {
  return (
    <Form action={endUseOfPerson} fieldNames={personFields} guarded={false}>
      <HiddenField name="person" value={person.id.toString()} />
      <HiddenField name="version" value={String(person.version)} />
      <DateField name="endedOn" label={personFields.endedOn} required />
      <SubmitButton kind="danger">{words.endAct}</SubmitButton>
    </Form>
  )
}
