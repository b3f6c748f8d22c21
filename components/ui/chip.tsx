import type { ReactNode } from 'react'
import { kitLabels } from '@/lib/labels/form'

/** One filter in force: a link that removes it. */
export function Chip({ name, removeHref }: { name: string; removeHref: string }) {
  return (
    <a
      href={removeHref}
      title={kitLabels.removeFilter(name)}
      className="inline-flex min-h-8 items-center gap-2 rounded-full border border-gray-600 bg-white px-3 text-14 text-gray-900 no-underline hover:bg-gray-100 hover:underline"
    >
      {name}
      <span aria-hidden="true">×</span>
      <span className="sr-only">{kitLabels.removeFilter(name)}</span>
    </a>
  )
}

/** The filters in force with a link that removes them all. */
export function ChipList({ clearHref, children }: { clearHref: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={kitLabels.filters} className="mb-4 flex flex-wrap items-center gap-2">
      <span className="text-14 text-gray-700">{kitLabels.filters}</span>
      {children}
      <a href={clearHref} className="ml-1 text-14">
        {kitLabels.clearFilters}
      </a>
    </div>
  )
}
