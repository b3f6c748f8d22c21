'use client'
import type { ReactNode } from 'react'
import { controlStyle, Field, type FieldProps } from './field'
import { controlId } from './control-id'
import { describedBy, useFieldState } from './form-context'

/** A file to hand in, with the one that is there now; what was chosen must be chosen again after an error. */
export function FileField({
  name,
  label,
  help,
  required,
  accept,
  present,
}: FieldProps & { accept: string; present?: ReactNode }) {
  const { errors } = useFieldState(name)
  return (
    <Field name={name} label={label} help={help} required={required} errors={errors}>
      {present}
      <input
        id={controlId(name)}
        name={name}
        type="file"
        accept={accept}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(name, help, errors)}
        className={controlStyle}
      />
    </Field>
  )
}
