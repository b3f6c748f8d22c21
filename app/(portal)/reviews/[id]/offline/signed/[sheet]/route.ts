import { notFound } from 'next/navigation'
import { readSignedSheet } from '@/lib/features/reviews/offline-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { attachment } from '@/lib/platform/download'
import { requireMay } from '@/lib/platform/page-access'

/** The sheet that a school's head signed, never shown in the page: within reach, and recorded. */
export async function GET(_: Request, { params }: RouteContext<'/reviews/[id]/offline/signed/[sheet]'>) {
  const actor = await requireMay('review.read')
  const { id, sheet } = await params
  const [review, key] = [readKey(id), readKey(sheet)]
  const found = review === null || key === null ? null : await readSignedSheet(actor, review, key)
  if (!found) notFound()
  return attachment(found)
}
