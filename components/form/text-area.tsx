'use client'
import { controlStyle, Field, type FieldProps } from './field'
import { controlId } from './control-id'
import { describedBy, useFieldState } from './form-context'

type TextAreaProps = FieldProps & { value?: string | undefined; rows?: number; maxLength?: number }

/** Several lines of text. */
export function TextArea({ name, label, help, required, value, rows = 3, maxLength }: TextAreaProps) {
  const { typed, errors } = useFieldState(name)
  return (
    <Field name={name} label={label} help={help} required={required} errors={errors}>
      <textarea
        id={controlId(name)}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={typed ?? value}
        required={required}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(name, help, errors)}
        className={controlStyle}
      />
    </Field>
  )
}
