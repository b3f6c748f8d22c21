import { Check, Choice } from '@/components/form/choice'
import { Combobox } from '@/components/form/combobox'
import { Form } from '@/components/form/form'
import { FormActs, FormSection } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { Select } from '@/components/form/select'
import { SubmitButton } from '@/components/form/submit-button'
import { TextArea } from '@/components/form/text-area'
import { NumberField } from '@/components/form/text-field'
import { Notice } from '@/components/ui/notice'
import { readFileAgain } from '@/lib/features/imports/reading-actions'
import type { ShownColumns } from '@/lib/features/imports/columns-schema'
import { blanksLabels, columnLabels as words, fileSchemeLabels } from '@/lib/labels/import-columns'
import { ColumnFields } from './column-fields'

/** How one sheet is read: each column, where the head lies, and what the file as a whole is. */
export function ColumnsForm({ shown, sheet, encoding, columns, options, lines, departments }: ShownColumns) {
  const fieldNames = {
    isChosen: words.isChosen,
    headFrom: words.headFrom,
    headTo: words.headTo,
    ...Object.fromEntries(columns.map(({ name, letter, head }) => [name, words.meansOf(letter, head)])),
  }
  return (
    <Form action={readFileAgain} fieldNames={fieldNames}>
      <HiddenField name="id" value={shown.id} />
      <HiddenField name="version" value={shown.version} />
      <HiddenField name="sheet" value={sheet.index} />
      {columns.length === 0 && (
        <Notice kind="warn" title={words.noHead}>
          <ol className="mt-2 list-decimal pl-8 text-14">
            {lines.map((line, at) => (
              <li key={`${at}-${line}`}>{line}</li>
            ))}
          </ol>
        </Notice>
      )}
      <Check name="isChosen" label={words.isChosen} checked={sheet.isTaken} />
      <div className="flex flex-wrap gap-x-8">
        <NumberField name="headFrom" label={words.headFrom} value={sheet.headFrom} />
        <NumberField
          name="headTo"
          label={words.headTo}
          value={sheet.headTo}

          help={words.headHelp}
        />
      </div>
      {columns.length > 0 && <ColumnFields columns={columns} options={options} />}
      <FormSection title={words.others}>
        <Choice
          name="scheme"
          label={words.scheme}
          help={sheet.isSchemeSure ? undefined : words.schemeUnsure}
          value={sheet.scheme}
          options={optionsOf(fileSchemeLabels)}
        />
        <Combobox
          name="departmentWord"
          label={words.departmentWord}
          help={words.departmentHelp}
          value={sheet.departmentWord}
          options={departments}
        />
        {encoding && (
          <Select
            name="encoding"
            label={words.encoding}
            help={encoding.isDoubtful ? words.encodingDoubtful : undefined}
            value={encoding.value}
            options={encoding.options}
          />
        )}
        <Choice
          name="blanks"
          label={words.blanks}
          value={sheet.blanks}
          options={(['keep', 'clear'] as const).map((value) => ({ value, ...blanksLabels[value] }))}
        />
        <TextArea name="reason" label={words.reason} help={words.reasonHelp} value={sheet.reason} />
      </FormSection>
      <FormActs>
        <SubmitButton>{words.act}</SubmitButton>
      </FormActs>
    </Form>
  )
}

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
