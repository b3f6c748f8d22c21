import 'server-only'
import { dutyRoles } from '@/lib/domain/approval-chain'
import { inboxLabels as words } from '@/lib/labels/proposals'
import { roleLabels } from '@/lib/labels/roles'
import { momentInWords } from '@/lib/labels/sign-in'
import { findDepartmentNames, findVocabulary } from '@/lib/features/assets/vocabulary-queries'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import { reviewEntries, shownReviewEntry } from '@/lib/features/reviews/inbox-schema'
import { inboxAnswer, stuckAnswer } from './detail-schema'
import { placeHref, type InboxKind, type InboxPlace } from './search-schema'
import { shownProposal } from './words-queries'

const pageSize = 30

/** What waits for this person, the oldest first, each with every change; thirty at a time; all of it, or of one kind. */
export async function showInbox(
  actor: May<'self.manage'>,
  after: InboxPlace | null,
  kind: InboxKind | null = null,
  justDecided: bigint | null = null,
) {
  const place = after === null ? null : JSON.stringify(after)
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ page: unknown; reviews: unknown; stuck: unknown; about: string | null }[]>`
      select inbox_page(${place}::jsonb, ${pageSize}::int, ${kind}::text) as page, review_inbox() as reviews,
        stuck_inbox() as stuck, (select title from proposals where id = ${justDecided}::bigint) as about`,
  )
  const { entries, next, counts } = inboxAnswer.parse(row?.page)
  const reviews = reviewEntries.parse(row?.reviews ?? []).map((entry) => shownReviewEntry(entry))
  const stuck = stuckAnswer.parse(row?.stuck ?? []).map(shownStuck)
  const book = { vocabulary: await findVocabulary(actor), names: await findDepartmentNames(actor) }
  // What has no pages of its own stands on the first one.
  const isHere = (wanted: InboxKind) => after === null && (kind === null || kind === wanted)
  return {
    entries: entries.map((entry) => ({
      key: `${entry.kind}-${entry.stepId ?? ''}-${String(entry.proposal.id)}`,
      kind: entry.kind,
      at: entry.since.getTime(),
      // Said once: it waits from the moment in which it was submitted.
      since:
        entry.since.getTime() === entry.proposal.submittedAt.getTime()
          ? null
          : words.since(momentInWords(entry.since)),
      stepId: entry.stepId,
      duty: entry.duty,
      onBehalfOf: entry.onBehalfOf,
      proposal: shownProposal(entry.proposal, book),
    })),
    reviews: isHere('review') ? reviews : [],
    stuck: isHere('stuck') ? stuck : [],
    counts: { ...counts, review: reviews.length, stuck: stuck.length },
    kind,
    /** The title of what was just decided. */
    about: row?.about ?? null,
    isFirst: after === null,
    nextHref: next ? placeHref(next, kind) : undefined,
  }
}

type Stuck = ReturnType<typeof stuckAnswer.parse>[number]

/** A duty that nobody can do today, with the roles that could. */
function shownStuck({ since, duty, proposals, departmentId, department, bureau, isSchool }: Stuck) {
  const roles = dutyRoles[duty][isSchool ? 'school' : 'other'].map((role) => roleLabels[role])
  const place = bureau === null ? department : `${bureau} ${department}`
  return {
    key: `stuck-${departmentId}-${duty}`,
    at: since.getTime(),
    title: words.stuck(place, proposals),
    duty,
    since: words.since(momentInWords(since)),
    roles,
  }
}
