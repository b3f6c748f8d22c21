'use client'
import { formLabels } from '@/lib/labels/form'
import { controlStyle, Field, type FieldProps } from './field'
import { controlId } from './control-id'
import { describedBy, useFieldState } from './form-context'

type Width = 'full' | 'half' | 'short'
const widths: Record<Width, string> = { full: '', half: 'max-w-sm', short: 'max-w-40' }

type TextFieldProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'password' | 'search' | 'email'
  autoComplete?: string
  inputMode?: 'text' | 'numeric'
  maxLength?: number
  width?: Width
  /** A word after the control: 人, 件, 時間. */
  unit?: string
}

/** One line of text. A password is never sent back by the server, so it is empty after an error. */
export function TextField(props: TextFieldProps) {
  const {
    name,
    label,
    help,
    required,
    value,
    type = 'text',
    autoComplete = 'off',
    width = 'full',
    unit,
  } = props
  const { typed, errors } = useFieldState(name)
  return (
    <Field name={name} label={label} help={help} required={required} errors={errors}>
      <span className={`flex items-center gap-2 ${widths[width]}`}>
        <input
          id={controlId(name)}
          name={name}
          type={type}
          defaultValue={type === 'password' ? undefined : (typed ?? value)}
          required={required}
          autoComplete={autoComplete}
          inputMode={props.inputMode}
          maxLength={props.maxLength}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(name, help, errors)}
          className={`${controlStyle} ${props.inputMode === 'numeric' ? 'text-right' : ''}`}
        />
        {unit && <span className="whitespace-nowrap">{unit}</span>}
      </span>
    </Field>
  )
}

type SpecialProps = FieldProps & { value?: string | undefined; unit?: string }

/** A number as text: full width and separators are read on the server (490,000 or ４９００００). */
export function NumberField(props: SpecialProps) {
  return <TextField {...props} inputMode="numeric" width="half" />
}

/** A date as text, in 和暦 or 西暦; read on the server. */
export function DateField({ help, ...props }: SpecialProps) {
  const both = (
    <>
      {help} {formLabels.dateHelp}
    </>
  )
  return <TextField {...props} help={both} width="half" />
}
