import type { ReactNode } from 'react'
import { kitLabels } from '@/lib/labels/form'

/** The checkbox that selects a row; `name` repeats for every row, `value` is the row's key. */
export function SelectRow({ name = 'selected', value, of }: { name?: string; value: string; of: string }) {
  return (
    <label className="inline-flex min-h-6 min-w-6 items-center justify-center">
      <input type="checkbox" name={name} value={value} className="row-select size-5" />
      <span className="sr-only">{kitLabels.selectRow(of)}</span>
    </label>
  )
}

/** Actions on the selected rows: appears inside the same form as soon as one is ticked, without a script. */
export function SelectionBar({ children }: { children: ReactNode }) {
  return (
    <div
      role="group"
      aria-label={kitLabels.selectionActs}
      className="selection-bar no-print sticky bottom-0 z-10 flex-wrap items-center gap-3 border-t-2 border-blue-900 bg-white px-4 py-3"
    >
      <span className="font-bold">{kitLabels.selectionActs}</span>
      {children}
    </div>
  )
}
