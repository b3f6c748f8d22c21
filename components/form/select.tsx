'use client'
import { formLabels } from '@/lib/labels/form'
import { controlStyle, Field, type FieldProps } from './field'
import { controlId } from './control-id'
import { describedBy, useFieldState } from './form-context'

export type SelectOption = { value: string; label: string; group?: string | undefined }

type SelectProps = FieldProps & {
  options: SelectOption[]
  value?: string | undefined
  /** The first, empty entry; default 選んでください. */
  emptyLabel?: string
}

/** One of a short list. For long lists take Combobox. */
export function Select({ name, label, help, required, options, value, emptyLabel }: SelectProps) {
  const { typed, errors } = useFieldState(name)
  const chosen = typed ?? value ?? ''
  const groups = [...new Set(options.map((option) => option.group))]
  return (
    <Field name={name} label={label} help={help} required={required} errors={errors}>
      <select
        // A form's reset after an action would restore the first choice: a new key makes a new control.
        key={chosen}
        id={controlId(name)}
        name={name}
        defaultValue={chosen}
        required={required}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(name, help, errors)}
        className={`${controlStyle} max-w-md`}
      >
        <option value="">{emptyLabel ?? formLabels.choose}</option>
        {groups.map((group) => {
          const entries = options.filter((option) => option.group === group)
          const list = entries.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))
          return group ? (
            <optgroup key={group} label={group}>
              {list}
            </optgroup>
          ) : (
            list
          )
        })}
      </select>
    </Field>
  )
}
