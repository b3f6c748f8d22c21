import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import type { ShownProposal } from '@/lib/features/proposals/detail-schema'
import { proposalLabels as words } from '@/lib/labels/proposals'
import { BaseChanged, ProposalActs } from './proposal-acts'
import { MendList } from './mend-list'
import { ProposalItems } from './proposal-items'
import { ReturnedBecause } from './returned-because'
import { StepLine } from './step-line'

type ProposalPageProps = { proposal: ShownProposal; nextHref?: string | undefined }

/** A proposal in full: what is submitted, the chain of approvals, and what the viewer may do. */
export function ProposalPage({ proposal, nextHref }: ProposalPageProps) {
  const { id, items, itemCount, steps, olderSteps, reason, endReason, mayDecide, mayWithdraw } = proposal
  return (
    <>
      <BaseChanged proposal={proposal} />
      {proposal.toMend.length > 0 && (
        <div className="mb-8">
          <ReturnedBecause returned={steps.find((step) => step.state === 'returned')} />
          <MendList proposal={proposal} />
        </div>
      )}
      <Section id="items" title={words.items} action={words.itemCount(itemCount)}>
        {reason && (
          <p className="mb-4 whitespace-pre-line">
            <span className="mr-3 text-14 text-gray-700">{words.reason}</span>
            {reason}
          </p>
        )}
        <ProposalItems items={items} />
        <Pager nextHref={nextHref} />
      </Section>
      <Section id="steps" title={words.steps}>
        <StepLine steps={steps} />
        {endReason && (
          <p className="mt-4 whitespace-pre-line">
            <span className="mr-3 text-14 text-gray-700">{words.withdrawnBecause}</span>
            {endReason}
          </p>
        )}
        {olderSteps.length > 0 && (
          <>
            <h3 className="mb-2 mt-6 text-16 font-bold">{words.olderSteps}</h3>
            <StepLine steps={olderSteps} />
          </>
        )}
      </Section>
      {(mayDecide || mayWithdraw) && (
        <Section id="decide" title={mayDecide ? words.decideTitle : words.withdraw}>
          <ProposalActs proposal={proposal} back={mayDecide ? '/inbox' : `/proposals/${id}`} />
        </Section>
      )}
    </>
  )
}
