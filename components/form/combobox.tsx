'use client'
import { useCallback, useState } from 'react'
import { formLabels } from '@/lib/labels/form'
import { ComboboxInput } from './combobox-input'
import { controlStyle, Field, type FieldProps } from './field'
import { controlId } from './control-id'
import { describedBy, useFieldState } from './form-context'
import type { ComboboxOption } from './match-options'

type ComboboxProps = FieldProps & { options: ComboboxOption[]; value?: string | undefined }

/** One of a long list, by typing. Sends the option's value; without JavaScript it is an ordinary select. */
export function Combobox({ name, label, help, required, options, value }: ComboboxProps) {
  const { typed, errors } = useFieldState(name)
  const chosen = typed ?? value ?? ''
  const [started, setStarted] = useState<{ with: string }>()
  // What somebody chose before the script arrived is taken over.
  const takeOver = useCallback((select: HTMLSelectElement | null) => {
    if (select) setStarted({ with: select.value })
  }, [])
  const text = started ? (
    help ? (
      <>
        {help} {formLabels.comboboxHelp}
      </>
    ) : (
      formLabels.comboboxHelp
    )
  ) : (
    help
  )
  const shared = {
    id: controlId(name),
    required,
    'aria-invalid': errors.length > 0 || undefined,
    'aria-describedby': describedBy(name, text, errors),
  }
  return (
    <Field name={name} label={label} help={text} required={required} errors={errors}>
      {started ? (
        <ComboboxInput name={name} label={label} options={options} initial={started.with} control={shared} />
      ) : (
        <select ref={takeOver} name={name} defaultValue={chosen} className={controlStyle} {...shared}>
          <option value="">{formLabels.choose}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
