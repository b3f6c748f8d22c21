'use client'
import type { ReactNode } from 'react'
import { FieldGroup, type FieldProps } from './field'
import { controlId } from './control-id'
import { useFieldState } from './form-context'

export type ChoiceOption = { value: string; label: ReactNode; hint?: ReactNode }

type ChoiceProps = FieldProps & {
  options: ChoiceOption[]
  value?: string | undefined
  /** Side by side as cards, for はい / いいえ. */
  inline?: boolean
}

const card =
  'flex min-h-11 cursor-pointer items-start gap-3 rounded-8 border border-gray-420 px-4 py-2 hover:bg-gray-50 ' +
  'has-checked:border-blue-900 has-checked:bg-blue-50'

function Option(
  props: ChoiceOption & { type: 'radio' | 'checkbox'; name: string; id: string; checked: boolean },
) {
  const { type, name, id, value, label, hint, checked } = props
  return (
    <label className={card}>
      <input
        type={type}
        name={name}
        id={id}
        value={value}
        defaultChecked={checked}
        className="mt-0.5 size-5 shrink-0 accent-blue-900"
      />
      <span>
        {label}
        {hint && <span className="block text-14 text-gray-700">{hint}</span>}
      </span>
    </label>
  )
}

/** One of a few: radio buttons. */
export function Choice({ options, value, inline, ...field }: ChoiceProps) {
  const { typed, errors } = useFieldState(field.name)
  const chosen = typed ?? value
  return (
    <FieldGroup {...field} errors={errors}>
      {/* The key makes a fresh group after an error: a form's reset would restore the first state. */}
      <div key={chosen} className={`flex gap-2 ${inline ? 'flex-wrap' : 'flex-col'}`}>
        {options.map((option, at) => (
          <Option
            key={option.value}
            {...option}
            type="radio"
            name={field.name}
            id={at === 0 ? controlId(field.name) : `${controlId(field.name)}-${option.value}`}
            checked={option.value === chosen}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

/** Any of a few: boxes with one name. Typed values come back joined by line feeds. */
export function CheckChoice({
  options,
  values,
  ...field
}: FieldProps & { options: ChoiceOption[]; values?: string[] | undefined }) {
  const { typed, errors } = useFieldState(field.name)
  const chosen = typed === undefined ? (values ?? []) : typed.split('\n')
  return (
    <FieldGroup {...field} errors={errors}>
      <div key={chosen.join()} className="flex flex-col gap-2">
        {options.map((option, at) => (
          <Option
            key={option.value}
            {...option}
            type="checkbox"
            name={field.name}
            id={at === 0 ? controlId(field.name) : `${controlId(field.name)}-${option.value}`}
            checked={chosen.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

/** A single box with its own sentence; sends `on` when ticked. */
export function Check({
  name,
  label,
  hint,
  checked,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  checked?: boolean
}) {
  const { typed } = useFieldState(name)
  const ticked = typed === undefined ? checked === true : typed !== ''
  return (
    <div key={String(ticked)} className="mb-6">
      <Option
        type="checkbox"
        name={name}
        id={controlId(name)}
        value="on"
        label={label}
        hint={hint}
        checked={ticked}
      />
    </div>
  )
}
