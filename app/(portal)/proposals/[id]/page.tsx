import { notFound } from 'next/navigation'
import { ProposalDone } from '@/components/proposals/done-notice'
import { ProposalPage } from '@/components/proposals/proposal-page'
import { ProposalStateLabel } from '@/components/proposals/proposal-state'
import { PageHead } from '@/components/ui/page-head'
import { showProposal } from '@/lib/features/proposals/queries'
import { readAfterPlace, readProposalId } from '@/lib/features/proposals/search-schema'
import { inboxLabels, proposalLabels as words } from '@/lib/labels/proposals'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function ProposalsPage({ params, searchParams }: PageProps<'/proposals/[id]'>) {
  const actor = await requireMay('asset.read')
  const id = readProposalId((await params).id)
  const { after, done } = await searchParams
  const shown = id === null ? null : await showProposal(actor, id, readAfterPlace(after))
  if (!shown) notFound()
  const { proposal, nextHref } = shown
  const above = (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span>{words.number(proposal.id)}</span>
      <ProposalStateLabel state={proposal.state} />
      <span>{proposal.department}</span>
      <span>{proposal.submitted}</span>
    </span>
  )
  return (
    <>
      <PageHead title={proposal.title} above={above} back={{ href: '/inbox', label: inboxLabels.title }} />
      <ProposalDone done={done} />
      <ProposalPage proposal={proposal} nextHref={nextHref} />
    </>
  )
}
