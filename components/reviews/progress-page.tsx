import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Section } from '@/components/ui/section'
import { reviewStateLabels, progressLabels as words, reviewLabels } from '@/lib/labels/reviews'
import { routeLabels } from '@/lib/labels/review-routing'
import type { ReviewState } from '@/lib/domain/review'
import { StateLabel } from '@/components/ui/state-label'
import type { ProgressCounts, ShownUnit } from '@/lib/features/reviews/progress-schema'
import { Notice } from '@/components/ui/notice'
import type { ShownSchemeChanges } from '@/lib/features/reviews/reclassification-schema'
import { ReviewDepartments } from './department-table'
import { OpenNow } from './open-now'
import { ProgressTable } from './progress-table'
import { SchemeChanges } from './scheme-changes'

export type ProgressPageProps = {
  review: { id: string; version: string; state: ReviewState; opensOn: string }
  units: ShownUnit[]
  total: ProgressCounts
  scope: string[]
  mayManage: boolean
  maySignOff: boolean
  /** The bureau whose departments are shown; null: all bureaus. */
  unit: ShownUnit | null
  /** What keeps it from opening, in words. */
  problem: string | null
  /** Of a review between versions of a scheme. */
  changes: ShownSchemeChanges | null
}

/** How far a review is: the city's bureaus, or one bureau's departments; before it opens, what it will cover. */
export function ProgressPage(props: ProgressPageProps) {
  const { review, units, total, scope, mayManage, problem, changes } = props
  return (
    <>
      {problem && <Notice kind="warn" title={problem} />}
      {review.state === 'scheduled' ? (
        <Empty
          why={words.notYet}
          todo={words.notYetTodo(review.opensOn)}
          action={mayManage && <OpenNow id={review.id} version={review.version} />}
        />
      ) : units.length === 0 ? (
        <Empty why={words.empty} todo={words.emptyTodo} />
      ) : (
        <Figures {...props} />
      )}
      <SchemeChanges changes={changes} />
      <Section id="scope" title={words.scope} action={total.rows > 0 && words.frozen(total.rows)}>
        <ul className="list-disc pl-5">
          {scope.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      {mayManage && review.state === 'open' && (
        <Section id="manage" title={words.manage} lead={words.reminder}>
          <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <ButtonLink kind="secondary" href={`/reviews/${review.id}/reminders`}>
              {words.reminders}
            </ButtonLink>
            <ButtonLink kind="secondary" href={`/reviews/${review.id}/close`}>
              {words.close}
            </ButtonLink>
            <a href={`/reviews/${review.id}/route`}>{routeLabels.title}</a>
          </p>
        </Section>
      )}
    </>
  )
}

function Figures({ review, units, total, unit, mayManage, maySignOff }: ProgressPageProps) {
  const act = !mayManage ? null : review.state === 'open' ? 'return' : 'reopen'
  const [only] = units
  const shown = unit ?? (units.length === 1 && only ? only : null)
  if (!shown)
    return (
      <Section id="bureaus" title={words.bureaus}>
        <ProgressTable units={units} total={total} review={review.id} />
      </Section>
    )
  const signOffHref = `/reviews/${review.id}/sign-off?bureau=${shown.key}`
  return (
    <Section
      id="departments"
      title={words.departments(shown.name)}
      action={units.length > 1 && <a href={`/reviews/${review.id}`}>{words.allBureaus}</a>}
    >
      <ReviewDepartments unit={shown} review={review.id} act={act} />
      <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <span>
          {words.signedOff}　{shown.signed ?? words.notSigned}
        </span>
        {maySignOff && review.state === 'open' && shown.signed === null && (
          <ButtonLink kind="secondary" href={signOffHref}>
            {words.signOff}
          </ButtonLink>
        )}
      </p>
    </Section>
  )
}

const tones = { scheduled: 'waiting', open: 'active', closed: 'closed' } as const

/** What stands above the title: state, period, days left. */
export function ReviewAbove({
  state,
  period,
  days,
}: {
  state: ReviewState
  period: string
  days: string | null
}) {
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span>{reviewLabels.title}</span>
      <StateLabel tone={tones[state]}>{reviewStateLabels[state]}</StateLabel>
      <span>{period}</span>
      {days && <span className="font-bold">{days}</span>}
    </span>
  )
}
