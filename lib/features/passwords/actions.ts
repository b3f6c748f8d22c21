'use server'
import { redirect } from 'next/navigation'
import { momentInWords, notPermitted, passwordLabels, resetLabels, sessionEnded } from '@/lib/labels/sign-in'
import { typedValues } from '@/lib/platform/actions'
import { authorize, may } from '@/lib/platform/authorize'
import { localPath } from '@/lib/platform/auth/local-path'
import type { FormState } from '@/lib/platform/form-state'
import { getViewer } from '@/lib/platform/viewer'
import { changeOwnPassword, resetPasswordOf, type ChangedPassword } from './commands'
import { readPasswordChange, resetPasswordInput, type ResetState } from './schema'

/*
 * Not by defineAction: it refuses whoever still has a one-time password, and it sends back what was typed,
 * which passwords must never be.
 */

/** One's own change, also the forced first one. */
export async function changePassword(_previous: FormState, data: FormData): Promise<FormState> {
  const typed = typedValues(data)
  const values = { next: typed['next'] ?? '' }
  const viewer = await getViewer()
  if (!viewer) return { status: 'refused', values, message: passwordLabels.sessionEnded }
  if (!may(viewer, 'self.manage')) return { status: 'refused', values, message: notPermitted }
  const change = readPasswordChange(typed, [viewer.loginId, viewer.name])
  if ('errors' in change) return { status: 'invalid', values, errors: change.errors }
  const answer = await changeOwnPassword(
    authorize(viewer, 'self.manage'),
    change.input.present,
    change.input.chosen,
  )
  if (answer.outcome === 'wrong')
    return { status: 'invalid', values, errors: { present: [passwordLabels.wrong] } }
  if (answer.outcome !== 'changed') return { status: 'refused', values, message: inWords(answer) }
  redirect(viewer.mustChangePassword ? localPath(change.input.next) : '/password?changed=1')
}

/** A one-time password for somebody else. */
export async function resetPassword(_previous: ResetState, data: FormData): Promise<ResetState> {
  const values = typedValues(data)
  const viewer = await getViewer()
  if (!viewer || viewer.mustChangePassword) return { status: 'refused', values, message: sessionEnded }
  if (!may(viewer, 'account.reset')) return { status: 'refused', values, message: notPermitted }
  const parsed = resetPasswordInput.safeParse(values)
  if (!parsed.success) return { status: 'refused', values, message: resetLabels.unknown }
  const answer = await resetPasswordOf(authorize(viewer, 'account.reset'), parsed.data.person)
  return answer.outcome === 'issued'
    ? { status: 'issued', password: answer.password, until: momentInWords(answer.until) }
    : { status: 'refused', values, message: resetLabels[answer.outcome] }
}

function inWords(answer: Exclude<ChangedPassword, { outcome: 'changed' | 'wrong' }>): string {
  return answer.outcome === 'wait' ? passwordLabels.wait(answer.waitSeconds) : passwordLabels[answer.outcome]
}
