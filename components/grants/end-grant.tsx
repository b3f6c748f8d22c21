'use client'
import { useActionState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { grantFormLabels as words } from '@/lib/labels/people-forms'
import type { FormState } from '@/lib/platform/form-state'

export type GrantAction = (state: FormState, data: FormData) => Promise<FormState>

type EndGrantProps = { action: GrantAction; grant: string; version: number; person: string; name: string }

/** The button that ends one role; `name` tells a screen reader which. */
export function EndGrant({ action, grant, version, person, name }: EndGrantProps) {
  const [state, submit] = useActionState(action, { status: 'idle' })
  return (
    <form action={submit}>
      <input type="hidden" name="grant" value={grant} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="person" value={person} />
      <button type="submit" aria-label={name} className={buttonStyle('secondary', 'small')}>
        {words.end}
      </button>
      {state.status === 'refused' && <p role="alert">{state.message}</p>}
    </form>
  )
}
