import { ButtonLink } from '@/components/ui/button'
import type { ReviewState } from '@/lib/domain/review'
import { reviewLabels as words } from '@/lib/labels/reviews'

type ReviewActsProps = { review: { id: string; state: ReviewState }; mayManage: boolean; hasSheet: boolean }

/** Where one goes on from a review: the own sheet, the report, its form. */
export function ReviewActs({ review, mayManage, hasSheet }: ReviewActsProps) {
  if (review.state === 'scheduled')
    return mayManage ? (
      <ButtonLink kind="secondary" href={`/reviews/${review.id}/edit`}>
        {words.edit}
      </ButtonLink>
    ) : null
  return (
    <>
      {hasSheet && (
        <ButtonLink
          kind={review.state === 'open' ? 'primary' : 'secondary'}
          href={`/reviews/${review.id}/sheet`}
        >
          {words.sheet}
        </ButtonLink>
      )}
      {review.state === 'closed' && (
        <ButtonLink kind="secondary" href={`/reviews/${review.id}/report`}>
          {words.report}
        </ButtonLink>
      )}
    </>
  )
}
