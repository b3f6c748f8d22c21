import { kitLabels } from '@/lib/labels/form'
import { emptyCellLabels } from '@/lib/labels/zones'

export type AbsentKind = keyof typeof emptyCellLabels

/** Why there is no value: 未入力, 対象外, and 未分類 look different from each other and from a dash. */
export function Absent({ kind }: { kind: AbsentKind }) {
  return <span className={`absent absent-${kind}`}>{emptyCellLabels[kind]}</span>
}

/** A field that may be empty and is: a dash, read out as なし. */
export function Dash() {
  return (
    <>
      <span aria-hidden="true">—</span>
      <span className="sr-only">{kitLabels.nothing}</span>
    </>
  )
}
