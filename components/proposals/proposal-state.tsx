import { StateLabel, type StateTone } from '@/components/ui/state-label'
import type { ProposalState } from '@/lib/domain/proposal'
import { proposalStateLabels } from '@/lib/labels/proposals'

const tones: Record<ProposalState, StateTone> = {
  submitted: 'waiting',
  approved: 'active',
  returned: 'attention',
  withdrawn: 'closed',
  overtaken: 'closed',
}

/** How a proposal stands, in words. */
export function ProposalStateLabel({ state }: { state: ProposalState }) {
  return <StateLabel tone={tones[state]}>{proposalStateLabels[state]}</StateLabel>
}
