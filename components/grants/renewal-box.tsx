'use client'
import { useFieldState } from '@/components/form/form-context'

/** The box of one role, ticked to begin with; after an error it stands as the person left it. */
export function RenewalBox({ name, value, label }: { name: string; value: string; label: string }) {
  const { typed } = useFieldState(name)
  const isTicked = typed === undefined || typed !== ''
  return (
    <label className="inline-flex min-h-6 min-w-6 items-center justify-center">
      <input
        key={String(isTicked)}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isTicked}
        className="size-5 accent-blue-900"
      />
      <span className="sr-only">{label}</span>
    </label>
  )
}
