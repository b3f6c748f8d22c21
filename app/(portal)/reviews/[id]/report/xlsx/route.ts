import { notFound } from 'next/navigation'
import { exportReport } from '@/lib/features/reviews/report-workbook-queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { attachment } from '@/lib/platform/download'
import { requireMay } from '@/lib/platform/page-access'

/** The completion report as a workbook: within reach, and recorded with how many rows went out. */
export async function GET(_: Request, { params }: RouteContext<'/reviews/[id]/report/xlsx'>) {
  const actor = await requireMay('review.read')
  const id = readKey((await params).id)
  const found = id === null ? null : await exportReport(actor, id)
  if (!found) notFound()
  return attachment(found)
}
