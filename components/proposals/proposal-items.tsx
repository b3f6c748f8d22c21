import { AssetLevels } from '@/components/assets/asset-levels'
import { ChangeList } from '@/components/ui/change-list'
import type { ShownItem } from '@/lib/features/proposals/detail-schema'
import { proposalLabels as words } from '@/lib/labels/proposals'

/** What was submitted, asset by asset: each change from what to what, and the reason of a judgement. */
export function ProposalItems({ items }: { items: readonly ShownItem[] }) {
  return (
    <ul className="grid gap-3">
      {items.map((item) => (
        <li key={item.number} className="border-l-4 border-gray-300 pl-4">
          <p className="flex flex-wrap items-baseline gap-x-4">
            <span className="min-w-0 break-words">
              {item.href ? <a href={item.href}>{item.name}</a> : item.name}
            </span>
            <span className="text-14 text-gray-700">{item.kind}</span>
            {item.levels && <AssetLevels {...item.levels} />}
          </p>
          {item.isRegistration ? (
            <p className="text-14 text-gray-700">{words.registers}</p>
          ) : item.isKept ? (
            <p className="text-14 text-gray-700">{words.keeps}</p>
          ) : (
            <ChangeList changes={item.changes} />
          )}
          {item.judgementReason && (
            <p className="whitespace-pre-line text-14">
              <span className="mr-3 text-gray-700">{words.judgementReason}</span>
              {item.judgementReason}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
