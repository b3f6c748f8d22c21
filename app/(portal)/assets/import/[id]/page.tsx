import { notFound } from 'next/navigation'
import { ImportHead } from '@/components/imports/import-head'
import { ImportPage } from '@/components/imports/import-page'
import { readImportKey, readImportSearch } from '@/lib/features/imports/schema'
import { showImport } from '@/lib/features/imports/show-queries'
import { importLabels as words } from '@/lib/labels/import-preview'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.pageTitle }

export default async function OneImportPage({ params, searchParams }: PageProps<'/assets/import/[id]'>) {
  const actor = await requireMay('asset.import')
  const id = readImportKey((await params).id)
  const found = id === null ? null : await showImport(actor, id, readImportSearch(await searchParams))
  if (!found) notFound()
  return (
    <>
      <ImportHead {...found.shown} />
      <ImportPage {...found} />
    </>
  )
}
