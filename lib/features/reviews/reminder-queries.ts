import 'server-only'
import { noticeKindLabels } from '@/lib/labels/notices'
import { remindersLabels as words } from '@/lib/labels/review-reminders'
import { momentInWords } from '@/lib/labels/sign-in'
import type { May } from '@/lib/platform/authorize'
import { read, readTogether } from '@/lib/platform/read'
import { findReview } from './queries'
import { toldNotices, type ShownTold } from './reminder-schema'

const pageSize = 100

/** Who was told what of a review, the newest first; null when it is not the viewer's to manage. */
export async function showReminders(actor: May<'review.manage'>, id: bigint, before: bigint | null) {
  return readTogether(actor, async () => {
    const review = await findReview(actor, id)
    if (!review?.isManaged) return null
    const [row] = await read(
      actor,
      (db) => db.$queryRaw<{ found: unknown }[]>`
        select review_notices(${id}::bigint, ${before}::bigint, ${pageSize + 1}::int) as found`,
    )
    const found = toldNotices.parse(row?.found ?? [])
    const page = found.slice(0, pageSize)
    const here = `/reviews/${review.id}/reminders`
    return {
      review: { id: String(review.id), title: review.title, isOpen: review.state === 'open' },
      told: page.map(({ at, kind, department, person, readAt, mail, maybeTwice, id: key }): ShownTold => ({
        id: key,
        at: momentInWords(at),
        kind: noticeKindLabels[kind],
        department: department ?? '',
        person,
        isRead: readAt !== null,
        mail: mail && words.mailed(mail, maybeTwice),
      })),
      nextHref: found.length > pageSize ? `${here}?before=${page.at(-1)?.id ?? ''}` : undefined,
      previousHref: before === null ? undefined : here,
    }
  })
}
