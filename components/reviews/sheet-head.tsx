import type { ShownSheet } from '@/lib/features/reviews/sheet-schema'
import { sheetLabels as words } from '@/lib/labels/review-sheet'
import { reclassificationLabels } from '@/lib/labels/scheme-mapping'
import { DepartmentStateLabel } from './department-state'

/** What stands above the title of a sheet: its review, how far the department is, the days left. */
export function SheetAbove({ sheet: { review, department } }: { sheet: ShownSheet }) {
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span>{review.title}</span>
      <DepartmentStateLabel state={department.state} />
      <span>{review.due}</span>
      {review.isOpen && <span>{review.days}</span>}
    </span>
  )
}

/** What to do here, for who answers. */
export function SheetLead({ sheet: { versions } }: { sheet: ShownSheet }) {
  return versions ? reclassificationLabels.sheetLead(versions.from.label, versions.to.label) : words.lead
}
