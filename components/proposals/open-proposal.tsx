import type { ShownProposal } from '@/lib/features/proposals/detail-schema'
import { proposalLabels as words } from '@/lib/labels/proposals'
import { BaseChanged, ProposalActs } from './proposal-acts'
import { ProposalItems } from './proposal-items'
import { StepLine, waitsForInWords } from './step-line'

/** Beside the approved values of an asset: what waits for approval, whose turn it is and who comes after, and what the viewer may do. */
export function OpenProposal({ proposal, number }: { proposal: ShownProposal; number: string }) {
  const isRegistration = proposal.kind === 'registration'
  return (
    <section aria-labelledby="proposal-title" id="proposal" className="mb-8 border border-gray-420 px-5 py-4">
      <h2 id="proposal-title" className="text-18 font-bold">
        {isRegistration ? words.openRegistration : words.open}
      </h2>
      <p className="mt-1 text-14 text-gray-700">{proposal.submitted}</p>
      {proposal.steps.length > 1 ? (
        <div className="my-3">
          <StepLine steps={proposal.steps} />
        </div>
      ) : (
        <p className="mb-3">{waitsForInWords(proposal.waitsFor)}</p>
      )}
      {!isRegistration && <p className="mb-3 text-14">{words.openLead}</p>}
      <BaseChanged proposal={proposal} />
      {proposal.reason && <p className="mb-3 whitespace-pre-line">{proposal.reason}</p>}
      <ProposalItems items={proposal.items} />
      <p className="my-3 text-14">
        {proposal.itemCount > 1 && words.inAll(proposal.itemCount)}{' '}
        <a href={`/proposals/${proposal.id}`}>{words.all}</a>
      </p>
      <ProposalActs proposal={proposal} back={`/assets/${number}`} />
    </section>
  )
}
