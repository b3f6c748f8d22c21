'use server'
import { redirect } from 'next/navigation'
import { sessionLabels, signInLabels } from '@/lib/labels/sign-in'
import { defineAction } from '@/lib/platform/actions'
import { localPath } from '@/lib/platform/auth/local-path'
import { endOwnSession } from '@/lib/platform/auth/gate'
import {
  browserSecret,
  clearSessionToken,
  rememberBrowser,
  writeSessionToken,
} from '@/lib/platform/auth/session-token'
import { visitorOf } from '@/lib/platform/auth/visitor'
import type { FormState } from '@/lib/platform/form-state'
import { getViewer } from '@/lib/platform/viewer'
import { endOpenSession, openSession, type OpenedSession } from './commands'
import { endSessionInput, signInInput } from './schema'

/** Signing in: the one door that needs no permission. Keeps the login ID, never the password. */
export async function signIn(_previous: FormState, data: FormData): Promise<FormState> {
  const values = { loginId: textOf(data, 'loginId'), next: textOf(data, 'next') }
  const parsed = signInInput.safeParse({ loginId: values.loginId, password: textOf(data, 'password') })
  if (!parsed.success) {
    const errors: Record<string, string[]> = {}
    for (const issue of parsed.error.issues) (errors[String(issue.path[0])] ??= []).push(issue.message)
    return { status: 'invalid', values, errors }
  }
  const browser = await browserSecret()
  const opened = await openSession(parsed.data, await visitorOf(browser))
  if (opened.outcome !== 'opened') return { status: 'refused', values, message: inWords(opened) }
  await writeSessionToken(opened.sessionSecret)
  await rememberBrowser(browser)
  const next = localPath(values.next)
  redirect(opened.mustChange ? `/first-password?next=${encodeURIComponent(next)}` : next)
}

/** Ends the session here and in the database; also when it has ended already. */
export async function signOut(): Promise<void> {
  const viewer = await getViewer()
  if (viewer) await endOwnSession(viewer)
  await clearSessionToken()
  redirect('/sign-in?signedOut=1')
}

/** Ends another session of one's own, from the list. */
export const endMySession = defineAction({
  permission: 'self.manage',
  input: endSessionInput,
  run: (actor, input) => endOpenSession(actor, input.session),
  refusals: { gone: sessionLabels.gone },
  done: () => '/sessions?ended=1',
})

/** Ends somebody's session, from that person's page. */
export const endSessionOfPerson = defineAction({
  permission: 'account.reset',
  input: endSessionInput,
  run: (actor, input) => endOpenSession(actor, input.session),
  refusals: { gone: sessionLabels.gone },
  done: (_result, input) => localPath(input.back),
})

function inWords(answer: Exclude<OpenedSession, { outcome: 'opened' }>): string {
  if (answer.outcome === 'busy') return signInLabels.busy
  if (answer.outcome === 'wait') return signInLabels.wait(answer.waitSeconds)
  return answer.waitSeconds > 0
    ? signInLabels.refused + signInLabels.refusedThenWait(answer.waitSeconds)
    : signInLabels.refused
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value.slice(0, 2000) : ''
}
