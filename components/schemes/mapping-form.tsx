import { Form } from '@/components/form/form'
import { FormActs, FormSection } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { Select } from '@/components/form/select'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { levelAxes, type LevelAxis } from '@/lib/domain/scheme'
import { keepSchemeMapping } from '@/lib/features/schemes/mapping-actions'
import { mappingChoice, mappingField, type FoundMapping } from '@/lib/features/schemes/mapping-schema'
import { levelInWords } from '@/lib/labels/scheme'
import { mappingLabels as words } from '@/lib/labels/scheme-mapping'

const conditions = ['personal', 'notPersonal'] as const

/** What becomes of each level of the earlier version: a level of the new one, or a judgement. */
export function MappingForm({ mapping }: { mapping: FoundMapping }) {
  const { from, to, lines } = mapping
  const label = { personal: words.levelPersonal, notPersonal: words.levelNotPersonal }
  const fields = from.levels.flatMap((level) =>
    conditions.map((condition) => [
      mappingField(level.axis, level.code, condition),
      label[condition](level.axis, level.label),
    ]),
  )
  return (
    <Form action={keepSchemeMapping} fieldNames={Object.fromEntries(fields) as Record<string, string>}>
      <HiddenField name="from" value={from.code} />
      <HiddenField name="to" value={to.code} />
      <HiddenField name="seen" value={JSON.stringify(lines)} />
      {levelAxes
        .filter((axis) => from.levels.some((level) => level.axis === axis))
        .map((axis) => (
          <FormSection key={axis} title={words.axis(axis)}>
            {from.levels
              .filter((level) => level.axis === axis)
              .flatMap((level) =>
                conditions.map((condition) => (
                  <Select
                    key={`${level.code} ${condition}`}
                    name={mappingField(axis, level.code, condition)}
                    label={label[condition](axis, level.label)}
                    required
                    options={optionsOf(mapping, axis)}
                    value={valueOf(mapping, axis, level.code, condition)}
                  />
                )),
              )}
          </FormSection>
        ))}
      <FormActs>
        <SubmitButton>{words.save}</SubmitButton>
        <ButtonLink kind="quiet" href={`/schemes?version=${to.code}`}>
          {words.cancel}
        </ButtonLink>
      </FormActs>
    </Form>
  )
}

function optionsOf({ family, to }: FoundMapping, axis: LevelAxis) {
  const levels = to.levels.filter((level) => level.axis === axis)
  return [
    { value: mappingChoice(null), label: words.judge },
    ...levels.map(({ code, label }) => ({
      value: mappingChoice(code),
      label: levelInWords(family, axis, label),
    })),
  ]
}

/** What stands; where nothing does, the same level of an axis whose levels are the same in both versions. */
function valueOf(
  { from, to, lines }: FoundMapping,
  axis: LevelAxis,
  fromCode: string,
  condition: (typeof conditions)[number],
): string {
  const line = lines.find(
    (each) =>
      each.axis === axis &&
      each.fromCode === fromCode &&
      (each.condition === 'always' || each.condition === condition),
  )
  if (line) return mappingChoice(line.toCode)
  const codes = ({ levels }: typeof from) =>
    levels.flatMap((level) => (level.axis === axis ? [level.code] : [])).join()
  return lines.length === 0 && codes(from) === codes(to) ? mappingChoice(fromCode) : ''
}
