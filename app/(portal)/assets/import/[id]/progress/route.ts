import { notFound } from 'next/navigation'
import { findProgress } from '@/lib/features/imports/queries'
import { readImportKey } from '@/lib/features/imports/schema'
import { requireMay } from '@/lib/platform/page-access'

/** How far an import is, for the bar on its page. */
export async function GET(_: Request, { params }: RouteContext<'/assets/import/[id]/progress'>) {
  const actor = await requireMay('asset.import')
  const id = readImportKey((await params).id)
  const progress = id === null ? null : await findProgress(actor, id)
  if (!progress) notFound()
  return Response.json(progress, { headers: { 'Cache-Control': 'private, no-store' } })
}
