'use client'
import { useFieldState } from './form-context'

/** A value that travels with the form, e.g. `version`; an answer of the server may replace it. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  const { typed } = useFieldState(name)
  const current = typed || value
  return <input key={current} type="hidden" name={name} defaultValue={current} />
}
