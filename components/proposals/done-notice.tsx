import { Notice } from '@/components/ui/notice'
import { proposalDoneLabels } from '@/lib/labels/proposals'

/** What the last act did, named in the address that it led to; nothing for what is unknown. */
export function ProposalDone({ done }: { done: unknown }) {
  const said =
    typeof done === 'string' && Object.hasOwn(proposalDoneLabels, done) ? proposalDoneLabels[done] : undefined
  return said ? <Notice kind={said.kind} title={said.title} /> : null
}
