import type { SheetCounts } from '@/lib/features/reviews/sheet-schema'
import { sheetLabels as words } from '@/lib/labels/review-sheet'

const number = new Intl.NumberFormat('ja-JP')
const always = ['rows', 'none', 'unchanged'] as const
const whereAny = ['change', 'disposed', 'notOurs', 'unsettled'] as const

/** How many rows were answered how, with a bar. */
export function SheetCountsLine({ counts }: { counts: SheetCounts }) {
  const shown = [...always, ...whereAny.filter((name) => counts[name] > 0)]
  const done = counts.rows - counts.none - counts.unsettled
  return (
    <div className="mb-4">
      <dl aria-label={words.countsCaption} className="flex flex-wrap gap-x-8 gap-y-1">
        {shown.map((name) => (
          <div key={name} className="flex items-baseline gap-2">
            <dt className="text-14 text-gray-700">{words.counts[name]}</dt>
            <dd className="text-18 font-bold">{number.format(counts[name])}</dd>
          </div>
        ))}
      </dl>
      <progress
        className="bar mt-2"
        max={Math.max(counts.rows, 1)}
        value={done}
        aria-label={words.countsCaption}
      />
    </div>
  )
}
