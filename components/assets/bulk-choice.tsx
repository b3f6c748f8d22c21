import { AskingForm } from '@/components/form/asking-form'
import { FieldErrors } from '@/components/form/field'
import { HiddenField } from '@/components/form/hidden-field'
import { Select } from '@/components/form/select'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Section } from '@/components/ui/section'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { takeOutCodes, visibilities } from '@/lib/domain/asset'
import { assetFieldLabels, takeOutLabels, visibilityLabels } from '@/lib/labels/asset'
import { bulkEditLabels as words } from '@/lib/labels/bulk-edit'

type BulkChoiceProps = {
  rows: { number: string; name: string; department: string }[]
  chosen: readonly string[]
  typed: Record<string, string>
  errors: Record<string, string[]>
  /** What the list was narrowed to: it stays so. */
  narrowed: readonly (readonly [string, string])[]
}

const texts = ['disposalDueOn', 'storageLocation', 'systemManager'] as const
const fieldNames = {
  number: words.assets,
  takeOut: words.fields,
  disposalDueOn: assetFieldLabels.disposalDueOn,
}

/** Which assets, and what of them becomes what: an ordinary form that only asks what would change. */
export function BulkChoice({ rows, chosen, typed, errors, narrowed }: BulkChoiceProps) {
  if (rows.length === 0) return <Empty why={words.none} todo={words.noneTodo} />
  const head = (
    <Row>
      <HeadCell>{words.name}</HeadCell>
      <HeadCell>{words.number}</HeadCell>
      <HeadCell>{words.department}</HeadCell>
    </Row>
  )
  return (
    <Section id="choose" title={words.chooseTitle} lead={words.chooseLead}>
      <AskingForm typed={typed} errors={errors} fieldNames={fieldNames}>
        {narrowed.map(([name, value]) => (
          <HiddenField key={`${name} ${value}`} name={name} value={value} />
        ))}
        <FieldErrors name="number" errors={errors['number'] ?? []} />
        <Table caption={words.assets} captionHidden head={head}>
          {rows.map(({ number, name, department }, at) => (
            <Row key={number}>
              <Cell rowHead label={words.name}>
                <label className="flex items-start gap-3">
                  <input
                    type="checkbox"
                    id={at === 0 ? 'field-number' : undefined}
                    name="number"
                    value={number}
                    defaultChecked={chosen.includes(number)}
                    className="size-5 shrink-0"
                  />
                  {name}
                </label>
              </Cell>
              <Cell label={words.number}>{number}</Cell>
              <Cell label={words.department}>{department}</Cell>
            </Row>
          ))}
        </Table>
        <h3 className="mb-3 mt-8 text-18 font-bold">{words.fields}</h3>
        <div className="max-w-3xl">
          <Select
            name="takeOut"
            label={assetFieldLabels.takeOut}
            options={takeOutCodes.map((value) => ({ value, label: takeOutLabels[value] }))}
            value={typed['takeOut']}
            emptyLabel={words.unchanged}
          />
          <Select
            name="visibility"
            label={assetFieldLabels.visibility}
            options={visibilities.map((value) => ({ value, label: visibilityLabels[value] }))}
            value={typed['visibility']}
            emptyLabel={words.unchanged}
          />
          {texts.map((name) => (
            <TextField
              key={name}
              name={name}
              label={assetFieldLabels[name]}
              help={words.unchangedHelp}
              value={typed[name]}
              maxLength={200}
            />
          ))}
        </div>
        <Button>{words.preview}</Button>
      </AskingForm>
    </Section>
  )
}
