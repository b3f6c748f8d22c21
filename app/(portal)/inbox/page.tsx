import { ProposalDone } from '@/components/proposals/done-notice'
import { InboxDone } from '@/components/proposals/inbox-done'
import { InboxTabs } from '@/components/proposals/inbox-tabs'
import { InboxList } from '@/components/proposals/inbox-list'
import { ReviewDone } from '@/components/reviews/review-done'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { showInbox } from '@/lib/features/proposals/inbox-queries'
import { readDecided, readInboxKind, readPlace, readProposalId } from '@/lib/features/proposals/search-schema'
import { inboxLabels as words } from '@/lib/labels/proposals'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function InboxPage({ searchParams }: PageProps<'/inbox'>) {
  const actor = await requireMay('self.manage')
  const params = await searchParams
  const { after, kind, of } = params
  const inbox = await showInbox(actor, readPlace(after), readInboxKind(kind), readProposalId(String(of)))
  const decided = readDecided(params)
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {decided ? <InboxDone {...decided} /> : <ProposalDone done={params['done']} about={inbox.about} />}
      <ReviewDone done={params['done'] === 'rest' ? 'rest' : undefined} />
      <InboxTabs counts={inbox.counts} kind={inbox.kind} />
      {inbox.entries.length + inbox.reviews.length + inbox.stuck.length > 0 ? (
        <InboxList {...inbox} />
      ) : inbox.isFirst ? (
        <Empty why={words.empty} todo={words.emptyTodo} />
      ) : (
        <Empty why={words.emptyPage} action={<a href="/inbox">{words.first}</a>} />
      )}
      <Pager nextHref={inbox.nextHref} previousHref={inbox.isFirst ? undefined : '/inbox'} />
    </>
  )
}
