import { notFound } from 'next/navigation'
import { ProgressPage, ReviewAbove } from '@/components/reviews/progress-page'
import { ReviewDone } from '@/components/reviews/review-done'
import { PageHead } from '@/components/ui/page-head'
import { showReview } from '@/lib/features/reviews/review-page-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { progressLabels as words, reviewLabels } from '@/lib/labels/reviews'
import { requireMay } from '@/lib/platform/page-access'
import { ReviewActs } from '@/components/reviews/review-acts'

export const metadata = { title: words.title }

export default async function ReviewPage({ params, searchParams }: PageProps<'/reviews/[id]'>) {
  const actor = await requireMay('review.read')
  const id = readKey((await params).id)
  const { bureau, done } = await searchParams
  const shown = id === null ? null : await showReview(actor, id, bureau)
  if (!shown) notFound()
  return (
    <>
      <PageHead
        title={shown.title}
        above={<ReviewAbove {...shown.head} />}
        back={{ href: '/reviews', label: reviewLabels.title }}
        action={<ReviewActs {...shown} />}
      />
      <ReviewDone done={done} />
      <ProgressPage {...shown} />
    </>
  )
}
