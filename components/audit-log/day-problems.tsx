import { Notice } from '@/components/ui/notice'
import type { DayProblem } from '@/lib/features/audit-log/schema'
import { auditLogLabels as words } from '@/lib/labels/audit-log'

/** Days of the filter that could not be read: they narrow nothing. */
export function DayProblems({ problems }: { problems: DayProblem[] }) {
  return problems.map(({ field, message }) => (
    <Notice key={field} kind="warn" title={words.dayProblem[field]}>
      {message}
    </Notice>
  ))
}
