import { Notice } from '@/components/ui/notice'
import { bulkEditLabels as words } from '@/lib/labels/bulk-edit'

/** What the change of several led to, as the address says it. */
export function BulkDone({ done, count }: { done: unknown; count: unknown }) {
  if (done !== 'edited' && done !== 'submitted') return null
  const changed = typeof count === 'string' && /^\d{1,2}$/u.test(count) ? Number(count) : 0
  return (
    <Notice kind="done" title={words.done(changed)}>
      {done === 'submitted' && words.doneSubmitted}
    </Notice>
  )
}
