import { Cell, HeadCell } from '@/components/ui/table'
import type { ProgressCounts } from '@/lib/features/reviews/progress-schema'
import { progressLabels as words } from '@/lib/labels/reviews'

const number = new Intl.NumberFormat('ja-JP')
const names = ['rows', 'none', 'unchanged', 'change', 'disposed', 'notOurs', 'unsettled'] as const

/** The columns of counts: how many rows, and how they were answered. */
export function CountHeads() {
  return (
    <>
      {names.map((name) => (
        <HeadCell key={name} numeric>
          {words[name]}
        </HeadCell>
      ))}
      <HeadCell numeric>{words.share}</HeadCell>
      <HeadCell numeric>{words.bulk}</HeadCell>
    </>
  )
}

export function CountCells({ counts }: { counts: ProgressCounts }) {
  const answered = counts.rows - counts.none - counts.unsettled
  return (
    <>
      {names.map((name) => (
        <Cell key={name} label={words[name]} numeric>
          {number.format(counts[name])}
        </Cell>
      ))}
      <Cell label={words.share} numeric>
        {shareOf(answered, counts.rows)}
      </Cell>
      <Cell label={words.bulk} numeric>
        {shareOf(counts.bulk, counts.rows)}
      </Cell>
    </>
  )
}

/** Rounded down, so that 100% is all of them. */
function shareOf(part: number, of: number): string {
  return of === 0 ? words.percent(0) : words.percent(Math.floor((part / of) * 100))
}
