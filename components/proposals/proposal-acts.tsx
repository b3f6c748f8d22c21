import { Notice } from '@/components/ui/notice'
import type { ShownProposal } from '@/lib/features/proposals/detail-schema'
import { proposalLabels as words } from '@/lib/labels/proposals'
import { ApproveForm, type Back } from './approve-form'
import { ReturnForm } from './return-form'
import { WithdrawForm } from './withdraw-form'

/** What the viewer may do with a proposal now: approve, return with a reason, take back. */
export function ProposalActs({ proposal, back }: { proposal: ShownProposal; back: Back }) {
  if (!proposal.mayDecide && !proposal.mayWithdraw) return null
  return (
    <div className="no-print grid gap-4">
      {proposal.mayDecide && (
        <>
          <ApproveForm proposal={proposal} back={back} />
          <ReturnForm proposal={proposal} back={back} />
        </>
      )}
      {proposal.mayWithdraw && <WithdrawForm id={proposal.id} back={back} />}
    </div>
  )
}

/** The base changed after it was submitted: said before anything is decided. */
export function BaseChanged({ proposal }: { proposal: ShownProposal }) {
  if (!proposal.isBaseChanged) return null
  return (
    <Notice kind="warn" title={words.baseChanged}>
      {proposal.mayDecide ? words.baseChangedTodo : words.baseChangedWaits}
    </Notice>
  )
}
