import { Absent } from '@/components/ui/absent'
import { LevelBadge } from '@/components/ui/level-badge'
import type { MatrixRow } from '@/lib/domain/level-matrix'
import type { SchemeFamily } from '@/lib/domain/scheme'
import { levelOfRow } from '@/lib/labels/dashboard-cells'

/** The head of a matrix's row: the level, and of which scheme where several are shown. */
export function MatrixLevel({ family, row }: { family: SchemeFamily; row: MatrixRow }) {
  if (!row.level) return <Absent kind="unclassified" />
  const { label, rank, of } = row.level
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <LevelBadge code={label} name={levelOfRow(family, { ...row, scheme: null })} rank={rank} of={of} />
      {row.scheme && <span className="text-gray-700">{row.scheme.label}</span>}
    </span>
  )
}
