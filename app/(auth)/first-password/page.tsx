import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PasswordForm } from '@/components/passwords/password-form'
import { ResetNotice } from '@/components/passwords/reset-notice'
import { Button } from '@/components/ui/button'
import { signOut } from '@/lib/features/sessions/actions'
import { passwordLabels, sessionLabels } from '@/lib/labels/sign-in'
import { localPath } from '@/lib/platform/auth/local-path'
import { getViewer } from '@/lib/platform/viewer'

export const metadata: Metadata = { title: passwordLabels.firstTitle }

/** With a one-time password one comes here first and gets nowhere else. */
export default async function FirstPasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string }>
}) {
  const next = localPath((await searchParams).next)
  const viewer = await getViewer()
  if (!viewer) redirect('/sign-in')
  if (!viewer.mustChangePassword) redirect(next)
  return (
    <>
      <ResetNotice kind="info" reset={viewer.passwordReset} />
      <h1 className="text-28 font-bold">{passwordLabels.firstTitle}</h1>
      <p className="mb-6 mt-2">{passwordLabels.firstLead}</p>
      <PasswordForm loginId={viewer.loginId} first next={next} />
      <form action={signOut} className="-ml-5 mt-6">
        <Button kind="quiet">{sessionLabels.signOut}</Button>
      </form>
    </>
  )
}
