import { notFound } from 'next/navigation'
import { exportSchools } from '@/lib/features/assets/school-workbook-queries'
import { attachment } from '@/lib/platform/download'
import { requireMay } from '@/lib/platform/page-access'

/** A sheet a school, as a file, within reach and recorded. */
export async function GET(request: Request) {
  const actor = await requireMay('asset.export')
  const file = await exportSchools(actor, new URL(request.url).searchParams.get('school'))
  if (file === null) notFound()
  if ('refused' in file)
    return new Response(null, {
      status: 303,
      headers: { location: `/standard-ledger/schools?refused=${file.refused}` },
    })
  return attachment({ name: file.name, kind: 'xlsx', content: file.bytes })
}

/** Asking for the head alone would leave an event for nothing. */
export function HEAD() {
  return new Response(null, { status: 405, headers: { allow: 'GET' } })
}
