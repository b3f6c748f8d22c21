'use client'
import { useEffect, type RefObject } from 'react'
import type { FormState } from '@/lib/platform/form-state'

/** Lets the browser ask before a page with typed, unsaved input is left. A refused form counts as unsaved. */
export function useUnsavedGuard(
  form: RefObject<HTMLFormElement | null>,
  on: boolean,
  state: FormState,
): void {
  useEffect(() => {
    const element = form.current
    if (!on || !element) return
    let unsaved = state.status !== 'idle'
    const typed = () => (unsaved = true)
    const sent = () => (unsaved = false)
    const leaving = (event: BeforeUnloadEvent) => {
      if (unsaved) event.preventDefault()
    }
    element.addEventListener('input', typed)
    element.addEventListener('submit', sent)
    window.addEventListener('beforeunload', leaving)
    return () => {
      element.removeEventListener('input', typed)
      element.removeEventListener('submit', sent)
      window.removeEventListener('beforeunload', leaving)
    }
  }, [form, on, state])
}
