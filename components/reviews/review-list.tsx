import { ButtonLink } from '@/components/ui/button'
import { StateLabel } from '@/components/ui/state-label'
import type { ListedReview } from '@/lib/features/reviews/schema'
import { reviewLabels as words } from '@/lib/labels/reviews'

/** Reviews under one heading: how far each is, and where it goes on. */
export function ReviewList({ reviews, mayMake }: { reviews: ListedReview[]; mayMake: boolean }) {
  return (
    <ul className="grid gap-4">
      {reviews.map((review) => (
        <li key={review.id} className="max-w-3xl border border-gray-420 px-5 py-4">
          <h3 className="text-18 font-bold">
            <a href={`/reviews/${review.id}`}>{review.title}</a>
          </h3>
          <p className="flex flex-wrap gap-x-4 text-14 text-gray-700">
            <span>{review.period}</span>
            {review.closed && <span>{review.closed}</span>}
          </p>
          {review.state !== 'scheduled' && <Bar review={review} />}
          <div className="no-print mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
            {review.state === 'open' && (
              <ButtonLink kind="secondary" size="small" href={`/reviews/${review.id}/sheet`}>
                {words.sheet}
              </ButtonLink>
            )}
            {review.state === 'closed' && <a href={`/reviews/${review.id}/report`}>{words.report}</a>}
            {review.state === 'scheduled' && mayMake && (
              <a href={`/reviews/${review.id}/edit`}>{words.edit}</a>
            )}
            {mayMake && (
              <a href={`/reviews/new?copy=${review.id}`}>
                {words.copy}
                <span className="sr-only">{words.of(review.title)}</span>
              </a>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Bar({ review: { rows, answered, days, isLate } }: { review: ListedReview }) {
  return (
    <div className="mt-2">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span>{words.answered(answered, rows)}</span>
        {days &&
          (isLate ? (
            <StateLabel tone="attention">{days}</StateLabel>
          ) : (
            <span className="font-bold">{days}</span>
          ))}
      </p>
      <progress className="bar mt-1" max={Math.max(rows, 1)} value={answered} aria-label={words.barName} />
    </div>
  )
}
