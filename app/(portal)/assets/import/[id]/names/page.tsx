import { notFound } from 'next/navigation'
import { NamesForm } from '@/components/imports/names-form'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { showNames } from '@/lib/features/imports/names-queries'
import { importHref, readImportKey } from '@/lib/features/imports/schema'
import { nameLabels as words } from '@/lib/labels/import-columns'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function NamesPage({ params }: PageProps<'/assets/import/[id]/names'>) {
  const actor = await requireMay('asset.import')
  const id = readImportKey((await params).id)
  const found = id === null ? null : await showNames(actor, id)
  if (!found) notFound()
  const back = { href: importHref(found.shown.id), label: words.back }
  return (
    <>
      <PageHead title={words.title} above={found.shown.file} lead={words.lead} back={back} />
      {found.words.length === 0 ? <Empty why={words.empty} /> : <NamesForm {...found} />}
    </>
  )
}
