'use client'
import { useActionState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { sessionLabels as words } from '@/lib/labels/sign-in'
import type { FormState } from '@/lib/platform/form-state'

export type EndSessionAction = (state: FormState, data: FormData) => Promise<FormState>

type EndSessionProps = { action: EndSessionAction; session: string; back: string; name: string }

/** The button that ends one session; `name` tells a screen reader which. */
export function EndSession({ action, session, back, name }: EndSessionProps) {
  const [state, submit] = useActionState(action, { status: 'idle' })
  return (
    <form action={submit}>
      <input type="hidden" name="session" value={session} />
      <input type="hidden" name="back" value={back} />
      <button type="submit" aria-label={name} className={buttonStyle('secondary', 'small')}>
        {words.end}
      </button>
      {state.status === 'refused' && <p role="alert">{state.message}</p>}
    </form>
  )
}
