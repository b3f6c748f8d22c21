import { notFound, redirect } from 'next/navigation'
import { ReviewForm } from '@/components/reviews/review-form'
import { PageHead } from '@/components/ui/page-head'
import { prepareReviewForm } from '@/lib/features/reviews/form-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { reviewFormLabels as words } from '@/lib/labels/review-report'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.editTitle }

export default async function EditReviewPage({ params }: PageProps<'/reviews/[id]/edit'>) {
  const actor = await requireMay('review.manage')
  const id = readKey((await params).id)
  const found = id === null ? null : await prepareReviewForm(actor, id)
  if (!found) notFound()
  const { review, ...form } = found
  const here = `/reviews/${review.id}`
  if (review.state !== 'scheduled') redirect(here)
  return (
    <>
      <PageHead title={words.editTitle} back={{ href: here, label: review.title }} />
      <ReviewForm {...form} cancelHref={here} />
    </>
  )
}
