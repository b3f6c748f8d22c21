import 'server-only'
import type { May } from '@/lib/platform/authorize'
import { recordAccess } from '@/lib/platform/change'
import { read } from '@/lib/platform/read'

type Found = { name: string; kind: string; content: Uint8Array }

/** A file within reach, its reading recorded first; null when there is none. */
export async function readReviewFile(
  actor: May<'review.read'>,
  review: bigint,
  file: bigint,
): Promise<Found | null> {
  const [found] = await read(
    actor,
    (db) => db.$queryRaw<Found[]>`
      select name, kind, content from review_files where review_id = ${review} and id = ${file}`,
  )
  if (!found) return null
  await recordAccess(actor, {
    action: 'review.fileRead',
    subjectType: 'review_files',
    subjectId: file,
    details: { name: found.name },
  })
  return found
}
