import { Choice } from '@/components/form/choice'
import { Combobox } from '@/components/form/combobox'
import { Form } from '@/components/form/form'
import { FormActs } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { Select } from '@/components/form/select'
import { SubmitButton } from '@/components/form/submit-button'
import type { ShownNames } from '@/lib/features/imports/columns-schema'
import { answerFileWords } from '@/lib/features/imports/reading-actions'
import { nameLabels as words } from '@/lib/labels/import-columns'

/** Each word that nobody could read once, with what it may mean. */
export function NamesForm({ shown, words: asked }: ShownNames) {
  return (
    <Form action={answerFileWords}>
      <HiddenField name="id" value={shown.id} />
      <HiddenField name="version" value={shown.version} />
      {asked.map(({ at, field, fieldLabel, written, rows, value, options, as }) => {
        const shared = {
          name: `word-${at}`,
          label: words.question(fieldLabel, written),
          help: rows ?? undefined,
          value,
          options,
        }
        return (
          <div key={`${field} ${written}`}>
            <input type="hidden" name={`field-${at}`} value={field} />
            <input type="hidden" name={`written-${at}`} value={written} />
            {as === 'oneOf' ? (
              <Choice {...shared} />
            ) : as === 'typed' ? (
              <Combobox {...shared} />
            ) : (
              <Select {...shared} />
            )}
          </div>
        )
      })}
      <FormActs>
        <SubmitButton>{words.act}</SubmitButton>
      </FormActs>
    </Form>
  )
}
