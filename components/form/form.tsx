'use client'
import { useActionState, useEffect, useRef, type ReactNode } from 'react'
import type { FormState } from '@/lib/platform/form-state'
import { ErrorSummary } from './error-summary'
import { FormStateContext } from './form-context'
import { useUnsavedGuard } from './unsaved-guard'

type FormProps = {
  /** A server action in the shape of useActionState; works without JavaScript too. */
  action: (state: FormState, data: FormData) => Promise<FormState>
  /** Field names and their labels, to name the fields in the summary of errors. */
  fieldNames?: Record<string, string>
  /** Ask before leaving with unsaved input (default: yes). */
  guarded?: boolean
  /** What was typed comes back after an error (default: yes); passwords never do. */
  keepsTyped?: boolean
  initial?: FormState
  /** A form that is a table takes the room there is. */
  isWide?: boolean
  /** For controls that stand elsewhere on the page and belong to this form. */
  id?: string
  children: ReactNode
}

/** A form that keeps what was typed, shows what is wrong, and can't be sent twice at once. */
export function Form({
  action,
  fieldNames,
  guarded = true,
  keepsTyped = true,
  initial = { status: 'idle' },
  isWide = false,
  id,
  children,
}: FormProps) {
  const [state, submit, pending] = useActionState(action, initial)
  const form = useRef<HTMLFormElement>(null)
  const busy = useRef(false)
  useEffect(() => {
    busy.current = pending
  }, [pending])
  useUnsavedGuard(form, guarded, state)

  return (
    <form
      ref={form}
      id={id}
      action={submit}
      noValidate
      className={isWide ? undefined : 'max-w-3xl'}
      onSubmit={(event) => {
        if (busy.current) event.preventDefault()
        busy.current = true
      }}
    >
      <FormStateContext value={state}>
        <ErrorSummary state={state} fieldNames={fieldNames} keepsTyped={keepsTyped} />
        {children}
      </FormStateContext>
    </form>
  )
}
