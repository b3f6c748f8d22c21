import { forbidden, notFound, redirect } from 'next/navigation'
import { DisposeForm } from '@/components/assets/dispose-form'
import { PageHead } from '@/components/ui/page-head'
import { disposalMethodsOf } from '@/lib/features/assets/content-queries'
import { findAsset } from '@/lib/features/assets/queries'
import { readNumber } from '@/lib/features/assets/search-schema'
import { assetDetailLabels as words } from '@/lib/labels/asset-pages'
import { formatDateWithoutWeekday } from '@/lib/labels/dates'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.disposeTitle }

export default async function DisposeAssetPage({ params }: PageProps<'/assets/[number]/dispose'>) {
  const actor = await requireMay('asset.dispose')
  const number = readNumber((await params).number)
  const found = number === null ? null : await findAsset(actor, number)
  if (!found) notFound()
  if (!found.about.mayDispose) forbidden()
  const { asset } = found
  const here = `/assets/${asset.number}`
  if (asset.state !== 'active' || found.proposal) redirect(here)
  return (
    <>
      <PageHead
        title={words.disposeTitle}
        above={asset.name}
        lead={words.disposeLead}
        back={{ href: here, label: asset.name }}
      />
      <DisposeForm
        number={String(asset.number)}
        version={String(asset.version)}
        methods={disposalMethodsOf(asset)}
        today={formatDateWithoutWeekday(actor.viewer.today)}
        person={actor.viewer.name}
        cancelHref={here}
      />
    </>
  )
}
