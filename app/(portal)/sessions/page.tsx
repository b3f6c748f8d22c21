import type { Metadata } from 'next'
import { SessionList } from '@/components/sessions/session-list'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { endMySession, signOut } from '@/lib/features/sessions/actions'
import { listOwnSessions } from '@/lib/features/sessions/queries'
import { navLabels } from '@/lib/labels/shell'
import { sessionLabels } from '@/lib/labels/sign-in'
import { requireMay } from '@/lib/platform/page-access'

export const metadata: Metadata = { title: sessionLabels.title }

export default async function SessionsPage({ searchParams }: { searchParams: Promise<{ ended?: string }> }) {
  const sessions = await listOwnSessions(await requireMay('self.manage'))
  const { ended } = await searchParams
  return (
    <>
      <PageHead
        title={sessionLabels.title}
        lead={sessionLabels.lead}
        back={{ href: '/', label: navLabels.home }}
        action={
          <ButtonLink href="/password" kind="secondary">
            {sessionLabels.changePassword}
          </ButtonLink>
        }
      />
      {ended && <Notice kind="done" title={sessionLabels.ended} />}
      <SessionList sessions={sessions} endSession={endMySession} signOut={signOut} back="/sessions" />
    </>
  )
}
