import { Notice } from '@/components/ui/notice'
import { reviewDoneLabels } from '@/lib/labels/reviews'

/** What the last act did, named in the address that it led to; nothing for what is unknown. */
export function ReviewDone({ done }: { done: unknown }) {
  const said =
    typeof done === 'string' && Object.hasOwn(reviewDoneLabels, done) ? reviewDoneLabels[done] : undefined
  return said ? <Notice kind="done" title={said} /> : null
}
