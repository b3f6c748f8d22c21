import { BulkChoice } from '@/components/assets/bulk-choice'
import { BulkForm } from '@/components/assets/bulk-form'
import { BulkDone } from '@/components/assets/bulk-notices'
import { PageHead } from '@/components/ui/page-head'
import { listEditable, previewBulk } from '@/lib/features/assets/bulk-queries'
import { readBulk } from '@/lib/features/assets/bulk-schema'
import { readSearch } from '@/lib/features/assets/search-schema'
import { bulkEditLabels as words } from '@/lib/labels/bulk-edit'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function BulkEditPage({ searchParams }: PageProps<'/assets/bulk'>) {
  const actor = await requireMay('asset.edit')
  const params = await searchParams
  const { numbers, wanted, againHref, ...asked } = readBulk(params)
  return (
    <>
      <PageHead title={words.title} lead={words.lead} back={{ href: '/assets', label: words.back }} />
      <BulkDone done={params['done']} count={params['count']} />
      {wanted ? (
        <BulkForm
          preview={await previewBulk(actor, numbers, wanted)}
          typed={asked.typed}
          againHref={againHref}
        />
      ) : (
        <BulkChoice
          rows={await listEditable(actor, readSearch(params))}
          chosen={numbers.map(String)}
          {...asked}
        />
      )}
    </>
  )
}
