import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { approveProposals } from '@/lib/features/proposals/actions'
import { inboxLabels as words } from '@/lib/labels/proposals'
import { ReviewEntry } from '@/components/reviews/review-entry'
import type { ShownReviewEntry } from '@/lib/features/reviews/inbox-schema'
import { StuckEntry, type StuckItem } from './stuck-entry'
import { bulkForm, InboxEntry, keyOf, type Choice, type InboxItem } from './inbox-entry'

type InboxListProps = {
  entries: (InboxItem & { at: number })[]
  reviews: ShownReviewEntry[]
  stuck: StuckItem[]
}

/** Everything that waits, the oldest first; from two approvals on, several at once. */
export function InboxList({ entries, reviews, stuck }: InboxListProps) {
  const approvals = entries.filter((entry) => entry.kind === 'approval').map((entry) => keyOf(entry.proposal))
  const isBulk = approvals.length > 1
  const choiceOf = ({ kind, proposal }: InboxItem): Choice =>
    !isBulk || kind !== 'approval' ? 'no' : keyOf(proposal) === approvals[0] ? 'first' : 'yes'
  return (
    <>
      <ol className="grid gap-6">
        {[...entries, ...reviews, ...stuck]
          .sort((a, b) => a.at - b.at)
          .map((entry) =>
            'proposal' in entry ? (
              <InboxEntry key={entry.key} entry={entry} choice={choiceOf(entry)} />
            ) : 'roles' in entry ? (
              <StuckEntry key={entry.key} entry={entry} />
            ) : (
              <ReviewEntry key={entry.key} entry={entry} />
            ),
          )}
      </ol>
      {isBulk && (
        <section aria-labelledby="bulk-title" className="no-print mt-8 border-t border-gray-420 pt-5">
          <h2 id="bulk-title" className="text-20 font-bold">
            {words.bulkTitle}
          </h2>
          <p className="mb-4 mt-1">{words.bulkLead}</p>
          <Form
            id={bulkForm}
            action={approveProposals}
            guarded={false}
            fieldNames={{ selected: words.selected }}
          >
            <div className="flex flex-wrap gap-3">
              <SubmitButton>{words.bulk}</SubmitButton>
              <SubmitButton kind="secondary" name="selected" value={approvals.join(' ')}>
                {words.bulkAll(approvals.length)}
              </SubmitButton>
            </div>
          </Form>
        </section>
      )}
    </>
  )
}
