import { Combobox } from '@/components/form/combobox'
import { Form } from '@/components/form/form'
import { FormActs } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Description, DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { skipReasons, type ImportShow } from '@/lib/domain/import/import-state'
import { skipRows, unskipRow } from '@/lib/features/imports/actions'
import { mendRow } from '@/lib/features/imports/reading-actions'
import type { ShownMend } from '@/lib/features/imports/mend-schema'
import { skipReasonLabels } from '@/lib/labels/import-forms'
import { mendLabels as words, skipLabels } from '@/lib/labels/import-preview'
import { RowRemarks } from './row-remarks'
import { SkipReasonFields } from './skip-reason'

type RowPageProps = ShownMend & { show: ImportShow }

/** One row of a file: what was read in it, its cells to be mended, and how to leave it out. */
export function RowPage(page: RowPageProps) {
  const { row, isOpen } = page
  return (
    <>
      <div className="mb-8 border border-gray-420 px-5 py-4">
        <RowRemarks row={row} />
      </div>
      {!isOpen ? (
        <Cells {...page} />
      ) : row.skipReason === null ? (
        <>
          <MendForm {...page} />
          <SkipOne {...page} />
        </>
      ) : (
        <>
          <Cells {...page} />
          <Form action={unskipRow} guarded={false}>
            <Keys {...page} />
            <SubmitButton kind="secondary">{skipLabels.back}</SubmitButton>
          </Form>
        </>
      )}
    </>
  )
}

function Keys({ shown, row }: Pick<ShownMend, 'shown' | 'row'>) {
  return (
    <>
      <HiddenField name="id" value={shown.id} />
      <HiddenField name="version" value={shown.version} />
      <input type="hidden" name="place" value={row.place} />
    </>
  )
}

function Cells({ fields }: Pick<ShownMend, 'fields'>) {
  return (
    <Section id="cells" title={words.fields}>
      <DescriptionList>
        {fields.map(({ name, label, value }) => (
          <Description key={name} term={label}>
            {value}
          </Description>
        ))}
      </DescriptionList>
    </Section>
  )
}

function MendForm({ shown, row, fields, departments, show }: RowPageProps) {
  const wrong = fields.filter(({ errors }) => errors.length > 0)
  const others = fields.filter(({ errors }) => errors.length === 0)
  const names = Object.fromEntries(fields.map(({ name, label }) => [name, label]))
  return (
    <Section id="mend" title={words.fields} lead={words.lead}>
      <Form action={mendRow} fieldNames={names}>
        <Keys shown={shown} row={row} />
        <input type="hidden" name="show" value={show} />
        {departments.length > 0 && (
          <Combobox
            name="departmentCode"
            label={words.chooseDepartment}
            help={words.chooseDepartmentHelp}
            options={departments}
          />
        )}
        {wrong.map((field) => (
          <CellField key={field.name} {...field} />
        ))}
        {wrong.length > 0 && <h3 className="mb-4 border-t border-gray-420 pt-5 font-bold">{words.others}</h3>}
        {others.map((field) => (
          <CellField key={field.name} {...field} />
        ))}
        <FormActs>
          <SubmitButton>{words.act}</SubmitButton>
        </FormActs>
      </Form>
    </Section>
  )
}

/** A cell as it stands; what is wrong in it is said where it is mended. */
function CellField({ name, label, help, value, errors }: ShownMend['fields'][number]) {
  const said = errors.length > 0 && <strong className="block text-red-1000">{errors.join(' ')}</strong>
  return (
    <TextField
      name={name}
      label={label}
      help={
        <>
          {help}
          {said}
        </>
      }
      value={value}
    />
  )
}

function SkipOne({ shown, row, show }: RowPageProps) {
  return (
    <Section id="skip" title={skipLabels.title} lead={skipLabels.lead}>
      <Form action={skipRows} fieldNames={skipLabels.fieldNames} guarded={false}>
        <Keys shown={shown} row={row} />
        <input type="hidden" name="show" value={show} />
        <input type="hidden" name="selected" value={row.place} />
        <SkipReasonFields options={skipReasons.map((value) => ({ value, label: skipReasonLabels[value] }))} />
        <SubmitButton kind="secondary" name="which" value="chosen">
          {skipLabels.one}
        </SubmitButton>
      </Form>
    </Section>
  )
}
