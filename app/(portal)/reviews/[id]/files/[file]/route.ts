import { readReviewFile } from '@/lib/features/reviews/file-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { attachment } from '@/lib/platform/download'
import { requireMay } from '@/lib/platform/page-access'
import { notFound } from 'next/navigation'

/** A file that a department handed in, never shown in the page: within reach, and recorded. */
export async function GET(_: Request, { params }: RouteContext<'/reviews/[id]/files/[file]'>) {
  const actor = await requireMay('review.read')
  const { id, file } = await params
  const [review, key] = [readKey(id), readKey(file)]
  const found = review === null || key === null ? null : await readReviewFile(actor, review, key)
  if (!found) notFound()
  return attachment(found)
}
