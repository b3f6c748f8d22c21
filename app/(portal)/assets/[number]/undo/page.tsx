import { forbidden, notFound, redirect } from 'next/navigation'
import { UndoForm, UndoVersions } from '@/components/assets/undo-page'
import { PageHead } from '@/components/ui/page-head'
import { readNumber } from '@/lib/features/assets/search-schema'
import { prepareUndo } from '@/lib/features/assets/undo-queries'
import { readVersion } from '@/lib/features/assets/undo-schema'
import { undoLabels as words } from '@/lib/labels/undo'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.page }

export default async function UndoAssetPage({ params, searchParams }: PageProps<'/assets/[number]/undo'>) {
  const actor = await requireMay('asset.reclassify')
  const number = readNumber((await params).number)
  const version = readVersion((await searchParams)['version'])
  const found = number === null ? null : await prepareUndo(actor, number, version)
  if (!found) notFound()
  const { asset, place, isOpen, versions, chosen } = found
  if (!place.mayReclassify) forbidden()
  const back = `/assets/${asset.number}`
  if (!isOpen) redirect(back)
  const at = { number: String(asset.number), seen: asset.version, here: `${back}/undo` }
  return (
    <>
      <PageHead
        title={words.title(asset.name)}
        above={place.department}
        lead={words.lead}
        back={{ href: back, label: asset.name }}
      />
      {chosen ? <UndoForm {...at} chosen={chosen} /> : <UndoVersions versions={versions} here={at.here} />}
    </>
  )
}
