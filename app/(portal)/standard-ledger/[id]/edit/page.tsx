import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StandardAssetForm } from '@/components/standard-assets/standard-asset-form'
import { PageHead } from '@/components/ui/page-head'
import { findStandardAsset, listImportanceLevels } from '@/lib/features/standard-assets/queries'
import { keyInAddress } from '@/lib/features/people/search-schema'
import { standardAssetLabels as words } from '@/lib/labels/standard-assets-pages'
import { requireMay } from '@/lib/platform/page-access'
import { readTogether } from '@/lib/platform/read'

export const metadata: Metadata = { title: words.edit }

export default async function EditStandardAssetPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireMay('standardLedger.edit')
  const id = keyInAddress((await params).id)
  const [row, levels] = await readTogether(actor, async () => [
    id === null ? null : await findStandardAsset(actor, id),
    await listImportanceLevels(actor),
  ])
  if (!row) notFound()
  return (
    <>
      <PageHead title={words.editTitle(row.name)} back={{ href: '/standard-ledger', label: words.title }} />
      <StandardAssetForm levels={levels} row={row} />
    </>
  )
}
