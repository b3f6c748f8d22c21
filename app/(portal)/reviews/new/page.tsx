import { ReviewForm } from '@/components/reviews/review-form'
import { PageHead } from '@/components/ui/page-head'
import { prepareNewReview } from '@/lib/features/reviews/form-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { reviewFormLabels as words } from '@/lib/labels/review-report'
import { reviewLabels } from '@/lib/labels/reviews'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.newTitle }

export default async function NewReviewPage({ searchParams }: PageProps<'/reviews/new'>) {
  const actor = await requireMay('review.manage')
  const { copiedTitle, ...form } = await prepareNewReview(actor, readKey((await searchParams)['copy']))
  return (
    <>
      <PageHead
        title={words.newTitle}
        back={{ href: '/reviews', label: reviewLabels.title }}
        lead={copiedTitle === null ? undefined : words.copied(copiedTitle)}
      />
      <ReviewForm {...form} cancelHref="/reviews" />
    </>
  )
}
