import { notFound } from 'next/navigation'
import { OfflineOverview } from '@/components/reviews/offline-overview'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { findOfflinePage } from '@/lib/features/reviews/offline-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { exportOfflineWords, offlineLabels as words } from '@/lib/labels/offline'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function OfflinePage({ params, searchParams }: PageProps<'/reviews/[id]/offline'>) {
  const actor = await requireMay('review.read')
  const id = readKey((await params).id)
  const page = id === null ? null : await findOfflinePage(actor, id)
  if (!page) notFound()
  const { refused } = await searchParams
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        back={{ href: `/reviews/${page.id}`, label: page.title }}
      />
      {(refused === 'busy' || refused === 'tooMany') && (
        <Notice kind="error" title={exportOfflineWords[refused]} />
      )}
      <OfflineOverview {...page} brings={may(actor.viewer, 'review.answerOffline')} />
    </>
  )
}
