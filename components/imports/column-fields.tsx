import { FormSection } from '@/components/form/form-section'
import { Select } from '@/components/form/select'
import type { ShownColumns } from '@/lib/features/imports/columns-schema'
import { columnLabels as words } from '@/lib/labels/import-columns'

/** Each column with its head, what stands in it, and what it is taken for. */
export function ColumnFields({ columns, options }: Pick<ShownColumns, 'columns' | 'options'>) {
  return (
    <FormSection title={words.columns} purpose={words.columnsLead}>
      {columns.map(({ name, letter, head, value, note, sample }) => (
        <Select
          key={name}
          name={name}
          label={words.meansOf(letter, head)}
          help={[note, ...(sample.length > 0 ? [`${words.sample}：${sample.join('、')}`] : [])]
            .filter((each) => each !== null)
            .join('　')}
          value={value}
          emptyLabel={words.none}
          options={options}
        />
      ))}
    </FormSection>
  )
}
