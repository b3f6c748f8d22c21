import { ReviewDone } from '@/components/reviews/review-done'
import { ReviewTools } from '@/components/reviews/review-tools'
import { ReviewList } from '@/components/reviews/review-list'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { listReviews } from '@/lib/features/reviews/queries'
import { reviewLabels as words } from '@/lib/labels/reviews'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function ReviewsPage({ searchParams }: PageProps<'/reviews'>) {
  const actor = await requireMay('review.read')
  const { done } = await searchParams
  const reviews = await listReviews(actor)
  const mayMake = may(actor.viewer, 'review.manage')
  const role = mayMake ? 'maker' : 'reader'
  const make = (
    <ButtonLink kind="primary" href="/reviews/new">
      {words.make}
    </ButtonLink>
  )
  const parts = (['open', 'scheduled', 'past'] as const).filter((part) => reviews[part].length > 0)
  return (
    <>
      <PageHead title={words.title} lead={words.lead} action={mayMake && parts.length > 0 && make} />
      <ReviewDone done={done} />
      {parts.length === 0 && <Empty why={words.none} todo={words.noneTodo[role]} action={mayMake && make} />}
      {parts.map((part) => (
        <Section key={part} id={part} title={words[part]}>
          <ReviewList reviews={reviews[part]} mayMake={mayMake} />
        </Section>
      ))}
      {mayMake && <ReviewTools />}
    </>
  )
}
