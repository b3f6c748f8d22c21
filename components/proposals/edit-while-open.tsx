import { Notice } from '@/components/ui/notice'
import { assetFormLabels as words } from '@/lib/labels/asset-pages'

/** Above the form of an asset of which a change waits: what can be edited meanwhile, and where the change is seen. */
export function EditWhileOpen({ href }: { href: string }) {
  return (
    <Notice kind="warn" title={words.editWhileOpen}>
      {words.editWhileOpenLead} <a href={href}>{words.seeProposal}</a>
    </Notice>
  )
}
