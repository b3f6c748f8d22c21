import { notFound } from 'next/navigation'
import { OfflinePreview } from '@/components/reviews/offline-preview'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { showOffline } from '@/lib/features/reviews/offline-queries'
import { offlineHref } from '@/lib/features/reviews/offline-schema'
import { readKey } from '@/lib/features/reviews/search-schema'
import { offlineLabels as words } from '@/lib/labels/offline'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.shownTitle }

export default async function OfflineBookPage({
  params,
  searchParams,
}: PageProps<'/reviews/[id]/offline/[book]'>) {
  const actor = await requireMay('review.read')
  const { id, book } = await params
  const [review, workbook] = [readKey(id), readKey(book)]
  const shown = review === null || workbook === null ? null : await showOffline(actor, review, workbook)
  if (!shown) notFound()
  const said = words.done[String((await searchParams)['done'])]
  return (
    <>
      <PageHead
        title={shown.state === 'shown' ? words.shownTitle : words.answeredTitle}
        above={words.receipt(shown.id)}
        lead={shown.title}
        back={{ href: offlineHref(shown.review), label: words.title }}
      />
      {said && <Notice kind="done" title={said} />}
      <OfflinePreview shown={shown} />
    </>
  )
}
