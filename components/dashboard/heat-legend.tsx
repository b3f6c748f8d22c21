import { dashboardLabels as words } from '@/lib/labels/dashboard'
import { heatLooks } from './heat-cell'

/** What the lines below the numbers mean, with the counts they begin at. */
export function HeatLegend({ steps }: { steps: readonly number[] }) {
  if (steps.length < 2) return null
  return (
    <div className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-2 text-14 text-gray-700">
      <p>{words.legend}</p>
      <ul className="flex flex-wrap items-end gap-x-4">
        {steps.map((from, at) => (
          <li key={from} className={`px-2 text-gray-900 ${heatLooks[at + 1] ?? ''}`}>
            {words.legendStep(from)}
          </li>
        ))}
      </ul>
    </div>
  )
}
