import { leadingAxis } from '@/lib/domain/classification'
import type { LevelMatrix, MatrixRow } from '@/lib/domain/level-matrix'
import type { SchemeFamily } from '@/lib/domain/scheme'
import { levelInWords } from './scheme'
import { emptyCellLabels } from './zones'

/** A row of a matrix in full: 自治体機密性3B, with its scheme where several are shown. */
export function levelOfRow(
  family: SchemeFamily,
  { level, scheme }: Pick<MatrixRow, 'level' | 'scheme'>,
): string {
  if (!level) return emptyCellLabels.unclassified
  return [levelInWords(family, leadingAxis[family], level.label), scheme && `（${scheme.label}）`]
    .filter(Boolean)
    .join('')
}

export function zoneOfColumn({ zone, label }: LevelMatrix['columns'][number]): string {
  return label ?? emptyCellLabels[zone === 'notApplicable' ? 'notApplicable' : 'notEntered']
}
