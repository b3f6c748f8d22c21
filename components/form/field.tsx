import type { ReactNode } from 'react'
import { formLabels } from '@/lib/labels/form'
import { controlId } from './control-id'

/** What every field takes. `name` is unique in its form; the control's id is `field-<name>`. */
export type FieldProps = {
  name: string
  label: string
  help?: ReactNode
  required?: boolean | undefined
}

export const controlStyle =
  'w-full min-h-11 rounded-8 border border-gray-600 bg-white px-3 py-2 text-16 text-gray-900 ' +
  'hover:border-gray-900 aria-invalid:border-2 aria-invalid:border-red-900'

export function RequiredMark() {
  return <span className="ml-2 text-14 font-normal text-red-1000">{formLabels.required}</span>
}

export function FieldHelp({ name, help }: { name: string; help: ReactNode }) {
  if (!help) return null
  return (
    <div id={`${controlId(name)}-help`} className="mb-1 text-14 text-gray-700">
      {help}
    </div>
  )
}

export function FieldErrors({ name, errors }: { name: string; errors: string[] }) {
  if (errors.length === 0) return null
  return (
    <p id={`${controlId(name)}-error`} className="mb-1 font-bold text-red-1000">
      <span className="sr-only">{formLabels.errorMark}</span>
      {errors.join(' ')}
    </p>
  )
}

/** Label, help and errors above one control. */
export function Field({
  name,
  label,
  help,
  required,
  errors,
  children,
}: FieldProps & { errors: string[]; children: ReactNode }) {
  return (
    <div className={`mb-6 ${errors.length > 0 ? 'border-l-4 border-red-900 pl-4' : ''}`}>
      <label htmlFor={controlId(name)} className="mb-1 block font-bold">
        {label}
        {required && <RequiredMark />}
      </label>
      <FieldHelp name={name} help={help} />
      <FieldErrors name={name} errors={errors} />
      {children}
    </div>
  )
}

/** The same for a group of radio buttons or boxes. */
export function FieldGroup({
  name,
  label,
  help,
  required,
  errors,
  children,
}: FieldProps & { errors: string[]; children: ReactNode }) {
  return (
    <fieldset
      aria-describedby={
        [help ? `${controlId(name)}-help` : '', errors.length > 0 ? `${controlId(name)}-error` : '']
          .join(' ')
          .trim() || undefined
      }
      className={`mb-6 ${errors.length > 0 ? 'border-l-4 border-red-900 pl-4' : ''}`}
    >
      <legend className="mb-1 font-bold">
        {label}
        {required && <RequiredMark />}
      </legend>
      <FieldHelp name={name} help={help} />
      <FieldErrors name={name} errors={errors} />
      {children}
    </fieldset>
  )
}
