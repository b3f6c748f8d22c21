import { notFound } from 'next/navigation'
import { ReviewDone } from '@/components/reviews/review-done'
import { UnroutedList } from '@/components/reviews/unrouted-list'
import { PageHead } from '@/components/ui/page-head'
import { showUnrouted } from '@/lib/features/reviews/route-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { routeLabels as words } from '@/lib/labels/review-routing'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function RouteRowsPage({ params, searchParams }: PageProps<'/reviews/[id]/route'>) {
  const actor = await requireMay('review.manage')
  const id = readKey((await params).id)
  const { done } = await searchParams
  const shown = id === null ? null : await showUnrouted(actor, id)
  if (!shown) notFound()
  const { review, rows } = shown
  return (
    <>
      <PageHead
        title={words.of(review.title)}
        lead={rows.length > 0 && words.lead}
        back={{ href: `/reviews/${review.id}`, label: review.title }}
      />
      <ReviewDone done={done} />
      <UnroutedList review={review.id} rows={rows} />
    </>
  )
}
