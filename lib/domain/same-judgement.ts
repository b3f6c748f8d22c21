import type { Audience } from './asset'
import type { ClassificationContent } from './asset-content'
import type { LevelCodes } from './classification'
import { levelAxes } from './scheme'

/** Whether a judgement leaves the levels exactly as they are: then there is nothing to write. */
export function sameJudgement(
  current: { [axis in keyof LevelCodes]: string | null } & {
    audience: string | null
    schemeId: bigint
    classificationId: bigint | null
  },
  judged: (Pick<ClassificationContent, 'schemeId' | 'levels'> & { audience: Audience | null }) | null,
): boolean {
  if (judged === null || current.classificationId === null) return false
  return (
    judged.schemeId === current.schemeId &&
    judged.audience === current.audience &&
    levelAxes.every((axis) => judged.levels[axis] === current[axis])
  )
}
