'use client'
import { createContext, useContext } from 'react'
import type { FormState } from '@/lib/platform/form-state'
import { controlId } from './control-id'

/** The answer of the last submission, for the fields inside; idle in a GET form, where nothing provides it. */
export const FormStateContext = createContext<FormState>({ status: 'idle' })

export type FieldState = { typed: string | undefined; errors: string[] }

/** What was typed into a field at the last, refused submission, and what is wrong with it. */
export function useFieldState(name: string): FieldState {
  const state = useContext(FormStateContext)
  if (state.status === 'idle') return { typed: undefined, errors: [] }
  // A box left unticked is not sent at all: after a submission a missing value is an empty one.
  const typed = state.values[name] ?? ''
  return { typed, errors: state.status === 'invalid' ? (state.errors[name] ?? []) : [] }
}

/** ids for aria-describedby of a control, in reading order. */
export function describedBy(name: string, help: unknown, errors: string[]): string | undefined {
  const ids = [help ? `${controlId(name)}-help` : '', errors.length > 0 ? `${controlId(name)}-error` : '']
  return ids.filter(Boolean).join(' ') || undefined
}
