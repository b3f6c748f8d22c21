import { LevelBadge } from '@/components/ui/level-badge'
import { axesOf, levelsOf, type LevelCodes } from '@/lib/domain/classification'
import type { Level, SchemeFamily } from '@/lib/domain/scheme'
import { levelInWords } from '@/lib/labels/scheme'

type AssetLevelsProps = { family: SchemeFamily; levels: readonly Level[]; codes: Partial<LevelCodes> }

/** The levels of one asset in a row of squares; axes without a level are left out. */
export function AssetLevels({ family, levels, codes }: AssetLevelsProps) {
  return (
    <span className="inline-flex gap-1">
      {axesOf[family].flatMap((axis) => {
        const ofAxis = levelsOf(levels, axis)
        const at = ofAxis.findIndex((level) => level.code === codes[axis])
        const level = ofAxis[at]
        if (!level) return []
        const name = levelInWords(family, axis, level.label)
        return [
          <LevelBadge
            key={axis}
            code={level.label}
            name={name}
            rank={ofAxis.length - at}
            of={ofAxis.length}
          />,
        ]
      })}
    </span>
  )
}
