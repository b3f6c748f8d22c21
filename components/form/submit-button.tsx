'use client'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { buttonStyle, type ButtonKind } from '@/components/ui/button-style'
import { formLabels } from '@/lib/labels/form'

type SubmitButtonProps = {
  children: ReactNode
  kind?: ButtonKind
  name?: string
  value?: string
  pendingLabel?: string
}

/** Sends the form; says so while it waits. It stays focusable, and the form ignores a second press. */
export function SubmitButton({ children, kind = 'primary', name, value, pendingLabel }: SubmitButtonProps) {
  const { pending } = useFormStatus()
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      className={buttonStyle(kind)}
    >
      {pending ? (pendingLabel ?? formLabels.sending) : children}
    </button>
  )
}
