import 'server-only'
import type { May } from '@/lib/platform/authorize'
import { recordAccess } from '@/lib/platform/change'
import { read } from '@/lib/platform/read'
import { offlinePage, shownOffline, type OfflinePage, type ShownOffline } from './offline-schema'

type Reader = May<'review.read' | 'review.answerOffline'>

/** The answers on paper of a review, within reach; null where there is nothing of it for the viewer. */
export async function findOfflinePage(actor: Reader, review: bigint): Promise<OfflinePage | null> {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ page: unknown }[]>`select offline_page(${review}) as page`,
  )
  return offlinePage.nullable().parse(row?.page ?? null)
}

/** A workbook that was brought in, with what each row would do or did; null where it is not for the viewer. */
export async function showOffline(
  actor: Reader,
  review: bigint,
  workbook: bigint,
): Promise<ShownOffline | null> {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ shown: unknown }[]>`select show_offline(${workbook}) as shown`,
  )
  const shown = shownOffline.nullable().parse(row?.shown ?? null)
  return shown?.review === String(review) ? shown : null
}

type Found = { name: string; kind: string; content: Uint8Array }

/** A signed sheet within reach, its reading recorded first; null when there is none. */
export async function readSignedSheet(
  actor: May<'review.read'>,
  review: bigint,
  sheet: bigint,
): Promise<Found | null> {
  const [found] = await read(
    actor,
    (db) => db.$queryRaw<Found[]>`
      select name, kind, content from signed_sheets where review_id = ${review} and id = ${sheet}`,
  )
  if (!found) return null
  await recordAccess(actor, {
    action: 'review.signedSheetRead',
    subjectType: 'signed_sheets',
    subjectId: sheet,
    details: { name: found.name },
  })
  return found
}
