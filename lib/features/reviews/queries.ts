import 'server-only'
import { daysBetween } from '@/lib/domain/calendar'
import { usualReminders, type ReminderPlan } from '@/lib/domain/reminders'
import type { ReviewState } from '@/lib/domain/review'
import type { OpeningProblem } from '@/lib/domain/review-answers'
import { reviewLabels as words } from '@/lib/labels/reviews'
import { formatDate } from '@/lib/labels/dates'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import { keptReminders } from './reminder-schema'
import { reviewVersions, type ReviewVersions } from './reclassification-schema'
import type { ListedReview } from './schema'
import { scopeSchema, type ReviewScope } from './scope-schema'

type ReviewRow = {
  id: bigint
  title: string
  state: ReviewState
  opensOn: string
  dueOn: string
  closedOn: string | null
  rows: number
  answered: number
}

/** The reviews that the viewer can see: those that run, those to come, those that are over. */
export async function listReviews(actor: May<'review.read'>) {
  const rows = await read(
    actor,
    (db) => db.$queryRaw<ReviewRow[]>`
      select r.id, r.title, r.state, r.opens_on::text as "opensOn", r.due_on::text as "dueOn",
        (r.closed_at at time zone 'Asia/Tokyo')::date::text as "closedOn",
        coalesce(c.rows, 0)::int as rows, coalesce(c.answered, 0)::int as answered
      from reviews r left join (
        select review_id, sum(rows) as rows, sum(rows) filter (where answer is not null and settled) as answered
        from review_counts group by review_id) c on c.review_id = r.id
      order by r.due_on desc, r.id desc`,
  )
  const shown = rows.map((row) => shownReview(row, actor.viewer.today))
  return {
    open: shown.filter(({ state }) => state === 'open'),
    scheduled: shown.filter(({ state }) => state === 'scheduled'),
    past: shown.filter(({ state }) => state === 'closed'),
  }
}

function shownReview(row: ReviewRow, today: string): ListedReview {
  const { id, title, state, rows, answered } = row
  const left = daysBetween(today, row.dueOn)
  return {
    id: String(id),
    title,
    state,
    rows,
    answered,
    period: words.period(formatDate(row.opensOn), formatDate(row.dueOn)),
    days: state === 'open' ? (left < 0 ? words.overdue(-left) : words.daysLeft(left)) : null,
    isLate: state === 'open' && left < 0,
    closed: row.closedOn === null ? null : words.closedOn(formatDate(row.closedOn)),
  }
}

export type FoundReview = {
  id: bigint
  version: number
  title: string
  state: ReviewState
  scope: ReviewScope
  schoolsOnly: boolean
  answerers: string
  opensOn: string
  dueOn: string
  mustOpen: number
  rowsFrozen: number | null
  reminders: ReminderPlan
  /** Of a review that moves assets to another version of their scheme. */
  versions: ReviewVersions | null
  /** What keeps it from opening. */
  problem: OpeningProblem | null
  /** Whether the viewer may edit, open, return and close it. */
  isManaged: boolean
  /** Whether a department that the viewer answers for is in it. */
  hasSheet: boolean
}

export type ReviewPermission = 'review.read' | 'review.manage' | 'review.signOff'

/** One review with what it covers; null when there is none. */
export async function findReview(actor: May<ReviewPermission>, id: bigint): Promise<FoundReview | null> {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<
      (Omit<FoundReview, 'scope' | 'versions' | 'reminders'> & {
        scope: unknown
        versions: unknown
        reminders: unknown
      })[]
    >`
      select id, version, title, state, scope, schools_only as "schoolsOnly", answerers, opens_on::text as "opensOn",
        due_on::text as "dueOn", must_open::int as "mustOpen", rows_frozen as "rowsFrozen",
        (select to_jsonb(m) from review_reminders m where m.review_id = reviews.id) as reminders,
        review_versions(id, null) as versions, opening_problem(id) as problem,
        holds('review.manage') and (schools_only or holds_everywhere('review.manage')) as "isManaged",
        exists (select from review_departments d where d.review_id = reviews.id
          and d.department_id = any ((select reach('review.answer'))::bigint[])) as "hasSheet"
      from reviews where id = ${id}`,
  )
  if (!row) return null
  const reminders = row.reminders === null ? usualReminders : keptReminders.parse(row.reminders)
  const versions = reviewVersions.nullable().parse(row.versions)
  return { ...row, scope: scopeSchema.parse(row.scope), versions, reminders }
}
