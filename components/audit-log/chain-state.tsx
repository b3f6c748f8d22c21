import { Description, DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { auditLogLabels as words } from '@/lib/labels/audit-log'
import { momentInWords } from '@/lib/labels/sign-in'

type ChainStateProps = {
  chain: { links: bigint; sealedAt: Date | null }
  anchor: { at: Date; linkNumber: number } | null
}

/** How long the chain is, what of it is written down elsewhere, and how somebody verifies it. */
export function ChainState({ chain, anchor }: ChainStateProps) {
  return (
    <Section id="chain" title={words.chain} lead={words.chainLead}>
      <DescriptionList>
        <Description term={words.links}>{words.linkCount(chain.links)}</Description>
        {chain.sealedAt && <Description term={words.lastSealed}>{momentInWords(chain.sealedAt)}</Description>}
        <Description term={words.lastAnchor}>
          {anchor ? words.anchor(anchor.linkNumber, momentInWords(anchor.at)) : words.noAnchor}
        </Description>
        <Description term={words.verify}>
          {words.verifyHow} <code className="whitespace-nowrap bg-gray-100 px-2">{words.verifyCommand}</code>
        </Description>
      </DescriptionList>
    </Section>
  )
}
