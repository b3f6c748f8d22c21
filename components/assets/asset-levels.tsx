import { LevelBadge, type LevelBadgeProps } from '@/components/ui/level-badge'
import { axesOf, levelsOf, type LevelCodes } from '@/lib/domain/classification'
import type { Level, SchemeFamily } from '@/lib/domain/scheme'
import { levelInWords } from '@/lib/labels/scheme'

type AssetLevelsProps = { family: SchemeFamily; levels: readonly Level[]; codes: Partial<LevelCodes> }

/** The levels of one asset in a row of squares; axes without a level are left out. */
export function AssetLevels(asset: AssetLevelsProps) {
  return (
    <span className="whitespace-nowrap">
      {badgesOf(asset).map((badge) => (
        <LevelBadge key={badge.name} {...badge} />
      ))}
    </span>
  )
}

/** The same as texts and numbers, one entry an axis. */
export function badgesOf({ family, levels, codes }: AssetLevelsProps): LevelBadgeProps[] {
  return axesOf[family].flatMap((axis) => {
    const ofAxis = levelsOf(levels, axis)
    const at = ofAxis.findIndex((level) => level.code === codes[axis])
    const level = ofAxis[at]
    if (!level) return []
    const name = levelInWords(family, axis, level.label)
    return [{ code: level.label, name, rank: ofAxis.length - at, of: ofAxis.length }]
  })
}
