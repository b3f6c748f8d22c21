import { ButtonLink } from '@/components/ui/button'
import type { ReviewState } from '@/lib/domain/review'
import { offlineLabels } from '@/lib/labels/offline'
import { reviewLabels as words } from '@/lib/labels/reviews'

type ReviewActsProps = {
  review: { id: string; state: ReviewState }
  mayManage: boolean
  hasSheet: boolean
  /** Schools of it are in reach: they may have answered on paper. */
  hasSchools: boolean
}

/** Where one goes on from a review: the own sheet, the report, its form. */
export function ReviewActs({ review, mayManage, hasSheet, hasSchools }: ReviewActsProps) {
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
      {hasSchools && (
        <ButtonLink kind="secondary" href={`/reviews/${review.id}/offline`}>
          {offlineLabels.link}
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
