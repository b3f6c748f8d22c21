'use client'
import { useActionState } from 'react'
import { SubmitButton } from '@/components/form/submit-button'
import { Notice } from '@/components/ui/notice'
import { resetPassword } from '@/lib/features/passwords/actions'
import { resetLabels as words } from '@/lib/labels/sign-in'

/** For an administrator, on a person's page: issues a one-time password and shows it this once. */
export function ResetPassword({ personId, name }: { personId: string; name: string }) {
  const [state, submit] = useActionState(resetPassword, { status: 'idle' })
  return (
    <form action={submit} className="max-w-3xl">
      <input type="hidden" name="person" value={personId} />
      {state.status === 'refused' && <Notice kind="error" title={state.message} />}
      {state.status === 'issued' && (
        <Notice kind="done" title={words.issued(name)}>
          <dl className="my-2">
            <dt className="text-14">{words.password}</dt>
            <dd>
              <output className="text-24 font-bold">{state.password}</output>
            </dd>
          </dl>
          <p>{words.shownOnce}</p>
          <p>{words.until(state.until)}</p>
        </Notice>
      )}
      <p className="mb-3">{words.lead}</p>
      <SubmitButton kind="secondary">{words.act}</SubmitButton>
    </form>
  )
}
