import { Notice } from '@/components/ui/notice'
import { doneTo, proposalDoneLabels } from '@/lib/labels/proposals'

/** What the last act did, named in the address that it led to, and to which submission; nothing for what is unknown. */
export function ProposalDone({ done, about }: { done: unknown; about?: string | null }) {
  const said =
    typeof done === 'string' && Object.hasOwn(proposalDoneLabels, done) ? proposalDoneLabels[done] : undefined
  if (!said) return null
  const title = about && said.namesIt ? doneTo(about, said.title) : said.title
  return <Notice kind={said.kind} title={title} />
}
