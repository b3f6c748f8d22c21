import { formLabels } from '@/lib/labels/form'
import type { FieldConflict } from '@/lib/platform/form-state'

/** Both values of each field that somebody else changed meanwhile. */
export function ConflictTable({ conflicts }: { conflicts: FieldConflict[] }) {
  const { conflictField, conflictTheirs, conflictYours, conflictTitle, empty } = formLabels
  return (
    <table className="table my-3">
      <caption className="sr-only">{conflictTitle}</caption>
      <thead>
        <tr>
          {[conflictField, conflictTheirs, conflictYours].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {conflicts.map(({ field, label, theirs, yours }) => (
          <tr key={field}>
            <th scope="row" data-label={conflictField}>
              {label}
            </th>
            <td data-label={conflictTheirs}>{theirs || empty}</td>
            <td data-label={conflictYours}>{yours || empty}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
