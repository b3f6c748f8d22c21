import type { Metadata } from 'next'
import { StandardAssetForm } from '@/components/standard-assets/standard-asset-form'
import { PageHead } from '@/components/ui/page-head'
import { listImportanceLevels } from '@/lib/features/standard-assets/queries'
import { standardAssetLabels as words } from '@/lib/labels/standard-assets-pages'
import { requireMay } from '@/lib/platform/page-access'

export const metadata: Metadata = { title: words.add }

export default async function NewStandardAssetPage() {
  const levels = await listImportanceLevels(await requireMay('standardLedger.edit'))
  return (
    <>
      <PageHead
        title={words.add}
        lead={words.addLead}
        back={{ href: '/standard-ledger', label: words.title }}
      />
      <StandardAssetForm levels={levels} />
    </>
  )
}
