import { Choice } from '@/components/form/choice'
import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Section } from '@/components/ui/section'
import { mappingShares } from '@/lib/domain/import/import-state'
import { rememberMapping } from '@/lib/features/imports/mapping-actions'
import { mappingLabels as words, mappingShareLabels } from '@/lib/labels/import-columns'

/** Keeps how this file is read for the next one with the same head. */
export function RememberMapping({ id, file, mayShare }: { id: string; file: string; mayShare: boolean }) {
  const shares = mappingShares.filter((share) => share !== 'everyone' || mayShare)
  return (
    <div className="mt-12">
      <Section id="remember" title={words.remember} lead={words.rememberLead}>
        <Form action={rememberMapping} fieldNames={words.fieldNames} guarded={false}>
          <HiddenField name="id" value={id} />
          <TextField name="name" label={words.name} required value={file.replace(/\.[^.]+$/u, '')} />
          <Choice
            name="shared"
            label={words.shared}
            value="own"
            options={shares.map((value) => ({ value, ...mappingShareLabels[value] }))}
          />
          <SubmitButton kind="secondary">{words.act}</SubmitButton>
        </Form>
      </Section>
    </div>
  )
}
