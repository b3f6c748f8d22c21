import type { Metadata } from 'next'
import { PasswordForm } from '@/components/passwords/password-form'
import { ResetNotice } from '@/components/passwords/reset-notice'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { navLabels } from '@/lib/labels/shell'
import { passwordLabels } from '@/lib/labels/sign-in'
import { requireMay } from '@/lib/platform/page-access'

export const metadata: Metadata = { title: passwordLabels.title }

export default async function PasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ changed?: string }>
}) {
  const { viewer } = await requireMay('self.manage')
  const { changed } = await searchParams
  return (
    <>
      <PageHead title={passwordLabels.title} back={{ href: '/', label: navLabels.home }} />
      {changed && (
        <Notice kind="done" title={passwordLabels.changed}>
          {passwordLabels.changedMore}
        </Notice>
      )}
      <ResetNotice kind="warn" reset={viewer.passwordReset} />
      <PasswordForm loginId={viewer.loginId} />
    </>
  )
}
