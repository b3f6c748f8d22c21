import { AssetLevels } from '@/components/assets/asset-levels'
import { LevelBadge, type LevelBadgeProps } from '@/components/ui/level-badge'
import type { ShownSheetRow } from '@/lib/features/reviews/sheet-schema'
import { reclassificationLabels as words } from '@/lib/labels/scheme-mapping'

/** What becomes of a row's levels under the new version, below those that stand. `badges` null: a person judges. */
export function BecomesBadges({ badges }: { badges: LevelBadgeProps[] | null }) {
  return (
    <span className="block whitespace-nowrap">
      <span aria-hidden="true">→ </span>
      <span className="sr-only">{words.becomes}</span>
      {badges === null ? (
        <span className="text-14 font-bold">{words.judge}</span>
      ) : (
        badges.map((badge) => <LevelBadge key={badge.name} {...badge} />)
      )}
    </span>
  )
}

/** The same on the page of one row. */
export function BecomesLevels({ becomes }: { becomes: NonNullable<ShownSheetRow['becomes']> }) {
  return becomes.levels ? (
    <AssetLevels {...becomes.levels} />
  ) : (
    <span className="font-bold">{words.judge}</span>
  )
}
