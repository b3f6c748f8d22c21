import { notFound } from 'next/navigation'
import { markFile } from '@/lib/features/imports/marked-queries'
import { readImportKey } from '@/lib/features/imports/schema'
import { attachment } from '@/lib/platform/download'
import { requireMay } from '@/lib/platform/page-access'

/** The file back, with what is to be mended marked in its cells; recorded, as everything that goes out. */
export async function GET(_: Request, { params }: RouteContext<'/assets/import/[id]/marked'>) {
  const actor = await requireMay('asset.import')
  const id = readImportKey((await params).id)
  const file = id === null ? null : await markFile(actor, id)
  if (!file) notFound()
  return attachment(file)
}

/** Asking for the head alone would leave an event for nothing. */
export function HEAD() {
  return new Response(null, { status: 405, headers: { allow: 'GET' } })
}
