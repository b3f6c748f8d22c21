'use client'
import type { ReactNode } from 'react'
import type { FormState } from '@/lib/platform/form-state'
import { ErrorSummary } from './error-summary'
import { FormStateContext } from './form-context'

type AskingFormProps = {
  /** What the address held, by field. */
  typed: Record<string, string>
  /** What of it cannot be read, or lacks; empty while nothing was asked. */
  errors: Record<string, string[]>
  fieldNames: Record<string, string>
  children: ReactNode
}

/** A form that only asks for the next page (GET): what is wrong is said as in a form that saves. */
export function AskingForm({ typed, errors, fieldNames, children }: AskingFormProps) {
  const state: FormState =
    Object.keys(errors).length === 0 ? { status: 'idle' } : { status: 'invalid', values: typed, errors }
  return (
    <>
      <ErrorSummary state={state} fieldNames={fieldNames} keepsTyped />
      <FormStateContext value={state}>
        <form method="get" noValidate>
          {children}
        </form>
      </FormStateContext>
    </>
  )
}
