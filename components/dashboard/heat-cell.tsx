import { countInWords } from '@/lib/labels/dashboard'

/** From nothing to much: a line below the number that grows thicker; the ground repeats what it says. */
export const heatLooks = [
  '',
  'border-b border-gray-900',
  'border-b-2 border-gray-900 bg-blue-50',
  'border-b-4 border-gray-900 bg-blue-100',
  'border-b-8 border-gray-900 bg-blue-200',
] as const

type HeatCellProps = { count: number; heat: number; href: string; name: string }

/** A cell of a matrix: the number, as a link to what it counts; its ground reaches out, the digits stand in line. */
export function HeatCell({ count, heat, href, name }: HeatCellProps) {
  if (count === 0) return <span className="text-gray-700">0</span>
  return (
    <a href={href} aria-label={name} className={`-mr-2 inline-block min-w-12 px-2 ${heatLooks[heat] ?? ''}`}>
      {countInWords(count)}
    </a>
  )
}
