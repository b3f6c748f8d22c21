import { MappingTable } from '@/components/imports/mapping-table'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { showMappings } from '@/lib/features/imports/mapping-queries'
import { mappingLabels as words } from '@/lib/labels/import-columns'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function MappingsPage({ searchParams }: PageProps<'/assets/import/mappings'>) {
  const actor = await requireMay('asset.import')
  const { done } = await searchParams
  const mappings = await showMappings(actor)
  return (
    <>
      <PageHead title={words.title} lead={words.lead} back={{ href: '/assets/import', label: words.back }} />
      {done === 'ended' && <Notice kind="done" title={words.ended} />}
      <MappingTable mappings={mappings} />
    </>
  )
}
