'use client'
import { useActionState } from 'react'
import { FormStateContext } from '@/components/form/form-context'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Notice } from '@/components/ui/notice'
import { signIn } from '@/lib/features/sessions/actions'
import { signInLabels as words } from '@/lib/labels/sign-in'

/** Login ID and password; works without JavaScript, keeps the login ID, says one thing for every failure. */
export function SignInForm({ loginId, next }: { loginId: string; next: string }) {
  const [state, submit] = useActionState(signIn, { status: 'idle' })
  return (
    <form action={submit} noValidate className="mt-6 max-w-sm">
      <input type="hidden" name="next" value={next} />
      {state.status === 'refused' && (
        <Notice kind="error" title={words.failed}>
          {state.message}
        </Notice>
      )}
      <FormStateContext value={state}>
        {/* The key starts the field anew when another sample account is picked. */}
        <TextField
          key={loginId}
          name="loginId"
          label={words.loginId}
          value={loginId}
          autoComplete="username"
          maxLength={64}
          required
        />
        <TextField
          name="password"
          type="password"
          label={words.password}
          autoComplete="current-password"
          required
        />
      </FormStateContext>
      <SubmitButton pendingLabel={words.pending}>{words.act}</SubmitButton>
      <p className="mt-4 text-14 text-gray-700">{words.help}</p>
    </form>
  )
}
