import { Choice } from '@/components/form/choice'
import { FormSection } from '@/components/form/form-section'
import { Select } from '@/components/form/select'
import type { ListedMapping } from '@/lib/features/schemes/mapping-schema'
import { reclassificationLabels as words } from '@/lib/labels/scheme-mapping'

type ReclassificationFieldsProps = { mappings: ListedMapping[]; values: Record<string, string> }

const kinds = (['regular', 'reclassification'] as const).map((value) => ({
  value,
  label: words.kinds[value],
  hint: words.kindHints[value],
}))

/** Whether a review looks at what stands, or moves assets to a newer version of their scheme, and to which. */
export function ReclassificationFields({ mappings, values }: ReclassificationFieldsProps) {
  const options = mappings.map(({ from, to, fromLabel, toLabel, whole, inForce }) => {
    const label = `${fromLabel} → ${toLabel}`
    return { value: `${from}>${to}`, label: whole && inForce ? label : words.notReady(label) }
  })
  return (
    <FormSection title={words.kind}>
      <Choice name="kind" label={words.kind} required options={kinds} value={values['kind'] ?? 'regular'} />
      <div className="only-reclassification">
        {options.length > 0 ? (
          <Select
            name="schemes"
            label={words.schemes}
            help={words.schemesHelp}
            options={options}
            value={values['schemes']}
          />
        ) : (
          <p className="mb-6">
            {words.noSchemes} <a href="/schemes">{words.toSchemes}</a>
          </p>
        )}
      </div>
    </FormSection>
  )
}
