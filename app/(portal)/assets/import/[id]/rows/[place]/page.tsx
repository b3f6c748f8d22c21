import { notFound } from 'next/navigation'
import { RowPage } from '@/components/imports/row-page'
import { PageHead } from '@/components/ui/page-head'
import { showRow } from '@/lib/features/imports/mend-queries'
import { importHref, readImportKey, readImportSearch, readRowPlace } from '@/lib/features/imports/schema'
import { columnLabels } from '@/lib/labels/import-columns'
import { mendLabels as words } from '@/lib/labels/import-preview'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.pageTitle }

export default async function ImportRowPage({
  params,
  searchParams,
}: PageProps<'/assets/import/[id]/rows/[place]'>) {
  const actor = await requireMay('asset.import')
  const given = await params
  const [id, place] = [readImportKey(given.id), readRowPlace(given.place)]
  const found = id === null || place === null ? null : await showRow(actor, id, place)
  if (!found) notFound()
  const show = readImportSearch(await searchParams).show ?? found.row.kind
  const { row, shown } = found
  return (
    <>
      <PageHead
        title={found.isOpen ? words.title(row.line) : row.where}
        above={[shown.file, row.where, row.name, row.department].filter((each) => each !== null).join('　')}
        back={{ href: importHref(shown.id, { show }), label: columnLabels.back }}
      />
      <RowPage {...found} show={show} />
    </>
  )
}
