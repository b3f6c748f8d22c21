import { z } from 'zod'
import { formatDate } from '@/lib/labels/dates'
import { reviewInboxLabels as words } from '@/lib/labels/review-report'
import { reviewLabels } from '@/lib/labels/reviews'
import { inboxLabels } from '@/lib/labels/proposals'
import { momentInWords } from '@/lib/labels/sign-in'
import { sheetHref } from './search-schema'

const count = z.number().int().nullable()

/** What waits for somebody in reviews, as review_inbox answers it. */
export const reviewEntries = z.array(
  z.object({
    kind: z.enum(['sheet', 'returnedSheet', 'certify', 'signOff', 'route']),
    since: z.coerce.date(),
    reviewId: z.string(),
    title: z.string(),
    dueOn: z.string(),
    departmentId: z.string().nullable(),
    department: z.string().nullable(),
    bureauId: z.string().nullable(),
    bureau: z.string().nullable(),
    isSchool: z.boolean(),
    onBehalfOf: z.string().nullable(),
    rows: count,
    none: count,
    unsettled: count,
    free: count,
    departments: count,
    returnedReason: z.string().nullable(),
  }),
)
type ReviewEntry = z.output<typeof reviewEntries>[number]

/** The same in words, as an entry of the list. */
export type ShownReviewEntry = {
  key: string
  at: number
  title: string
  href: string
  kind: string
  facts: string[]
  said: string
  returnedReason: string | null
  /** The rest that one press answers; null where there is none. */
  rest: { review: string; department: string; free: number } | null
  act: string
}

export function shownReviewEntry(entry: ReviewEntry): ShownReviewEntry {
  const { kind, reviewId, departmentId, rows, none, unsettled, free, departments } = entry
  const place = entry.department ?? entry.bureau ?? words.kind.route
  const open = (none ?? 0) + (unsettled ?? 0)
  const isSheet = kind === 'sheet' || kind === 'returnedSheet'
  const unit = `${entry.bureauId ?? ''}${entry.isSchool ? 's' : ''}`
  return {
    key: `${kind}-${reviewId}-${departmentId ?? unit}`,
    at: entry.since.getTime(),
    title: words.title(entry.title, place),
    href: isSheet
      ? sheetHref({ review: reviewId, department: departmentId ?? '' })
      : kind === 'certify'
        ? `/reviews/${reviewId}/certify?department=${departmentId ?? ''}`
        : kind === 'route'
          ? `/reviews/${reviewId}/route`
          : `/reviews/${reviewId}/sign-off?bureau=${unit}`,
    kind: words.kind[kind],
    facts: [
      ...(entry.onBehalfOf === null ? [] : [inboxLabels.onBehalfOf(entry.onBehalfOf)]),
      reviewLabels.due(formatDate(entry.dueOn)),
      inboxLabels.since(momentInWords(entry.since)),
    ],
    said: isSheet
      ? words.answer(rows ?? 0, open, free ?? 0)
      : kind === 'certify'
        ? words.certify(place, rows ?? 0)
        : kind === 'route'
          ? words.route(rows ?? 0)
          : words.signOff(departments ?? 0),
    returnedReason: entry.returnedReason,
    rest:
      isSheet && free !== null && free > 0
        ? { review: reviewId, department: departmentId ?? '', free }
        : null,
    act: isSheet ? words.toSheet : kind === 'route' ? words.toRoute : words.look,
  }
}
