import type { ReactNode } from 'react'
import { formLabels, kitLabels } from '@/lib/labels/form'

export type Change = { field: string; before: ReactNode; after: ReactNode }

/** What changed: field by field, before and after, in words. */
export function ChangeList({ changes }: { changes: Change[] }) {
  return (
    <dl className="text-14">
      {changes.map((change) => (
        <div key={change.field} className="grid gap-x-4 py-1 md:grid-cols-[11rem_1fr]">
          <dt className="text-gray-700">{change.field}</dt>
          <dd className="flex flex-wrap items-baseline gap-x-2">
            <span className="sr-only">{kitLabels.changeBefore}</span>
            <del className="text-gray-700">{change.before || formLabels.empty}</del>
            <span aria-hidden="true">→</span>
            <span className="sr-only">{kitLabels.changeAfter}</span>
            <ins className="font-bold no-underline">{change.after || formLabels.empty}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
