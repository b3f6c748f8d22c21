import 'server-only'
import { inboxLabels as words } from '@/lib/labels/proposals'
import { momentInWords } from '@/lib/labels/sign-in'
import { findDepartmentNames, findVocabulary } from '@/lib/features/assets/vocabulary-queries'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import { reviewEntries, shownReviewEntry } from '@/lib/features/reviews/inbox-schema'
import { inboxAnswer } from './detail-schema'
import { placeHref, type InboxPlace } from './search-schema'
import { shownProposal } from './words-queries'

const pageSize = 30

/** What waits for this person, the oldest first, each with every change; thirty at a time. */
export async function showInbox(actor: May<'self.manage'>, after: InboxPlace | null) {
  const place = after === null ? null : JSON.stringify(after)
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ page: unknown; reviews: unknown }[]>`
      select inbox_page(${place}::jsonb, ${pageSize}::int) as page,
        case when ${after === null} then review_inbox() else '[]' end as reviews`,
  )
  const { entries, next } = inboxAnswer.parse(row?.page)
  const reviews = reviewEntries.parse(row?.reviews ?? []).map((entry) => shownReviewEntry(entry))
  const book = { vocabulary: await findVocabulary(actor), names: await findDepartmentNames(actor) }
  return {
    entries: entries.map((entry) => ({
      key: `${entry.kind}-${entry.stepId ?? ''}-${String(entry.proposal.id)}`,
      kind: entry.kind,
      at: entry.since.getTime(),
      since: words.since(momentInWords(entry.since)),
      stepId: entry.stepId,
      duty: entry.duty,
      onBehalfOf: entry.onBehalfOf,
      proposal: shownProposal(entry.proposal, book),
    })),
    reviews,
    isFirst: after === null,
    nextHref: next ? placeHref(next) : undefined,
  }
}
