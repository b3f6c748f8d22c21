import { notFound } from 'next/navigation'
import { offlineHref } from '@/lib/features/reviews/offline-schema'
import { exportOffline } from '@/lib/features/reviews/offline-workbook-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { attachment } from '@/lib/platform/download'
import { requireMay } from '@/lib/platform/page-access'

/** The workbook in which schools answer on paper, within reach and recorded. */
export async function GET(request: Request, { params }: RouteContext<'/reviews/[id]/offline/workbook'>) {
  const actor = await requireMay('review.answerOffline')
  const id = readKey((await params).id)
  const school = new URL(request.url).searchParams.get('school')
  const file = id === null ? null : await exportOffline(actor, id, school)
  if (id === null || file === null) notFound()
  if ('refused' in file)
    return new Response(null, {
      status: 303,
      headers: { location: `${offlineHref(String(id))}?refused=${file.refused}` },
    })
  return attachment({ name: file.name, kind: 'xlsx', content: file.bytes })
}

/** Asking for the head alone would leave an event for nothing. */
export function HEAD() {
  return new Response(null, { status: 405, headers: { allow: 'GET' } })
}
