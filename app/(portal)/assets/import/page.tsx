import { OwnImports } from '@/components/imports/own-imports'
import { UploadForm } from '@/components/imports/upload-form'
import { PageHead } from '@/components/ui/page-head'
import { readUploadRefusal } from '@/lib/features/imports/schema'
import { showImports } from '@/lib/features/imports/show-queries'
import { importListLabels as words } from '@/lib/labels/import-pages'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function ImportsPage({ searchParams }: PageProps<'/assets/import'>) {
  const actor = await requireMay('asset.import')
  const { refused } = await searchParams
  const imports = await showImports(actor)
  return (
    <>
      <PageHead title={words.title} lead={words.lead} back={{ href: '/assets', label: words.back }} />
      <UploadForm refused={readUploadRefusal(refused)} />
      <OwnImports imports={imports} />
    </>
  )
}
