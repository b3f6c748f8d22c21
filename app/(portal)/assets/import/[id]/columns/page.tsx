import { notFound } from 'next/navigation'
import { ColumnsForm } from '@/components/imports/columns-form'
import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { showColumns } from '@/lib/features/imports/layout-queries'
import { importHref, readImportKey, readSheetIndex } from '@/lib/features/imports/schema'
import { columnLabels as words } from '@/lib/labels/import-columns'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function ColumnsPage({
  params,
  searchParams,
}: PageProps<'/assets/import/[id]/columns'>) {
  const actor = await requireMay('asset.import')
  const [id, sheet] = [readImportKey((await params).id), readSheetIndex((await searchParams)['sheet'])]
  const found = id === null ? null : await showColumns(actor, id, sheet)
  if (!found) notFound()
  const back = { href: importHref(found.shown.id), label: words.back }
  return (
    <>
      <PageHead title={words.title} above={found.shown.file} lead={words.lead} back={back} />
      {found.tabs.length > 1 && <Tabs tabs={found.tabs} label={words.sheets} />}
      <ColumnsForm key={found.sheet.index} {...found} />
    </>
  )
}
