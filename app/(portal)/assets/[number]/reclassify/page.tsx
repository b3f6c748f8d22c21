import { forbidden, notFound, redirect } from 'next/navigation'
import { AssetForm } from '@/components/assets/asset-form'
import { ReturnedBecause } from '@/components/proposals/returned-because'
import { PageHead } from '@/components/ui/page-head'
import { reclassifyAsset } from '@/lib/features/assets/actions'
import { prepareAssetForm } from '@/lib/features/assets/form-queries'
import { readNumber } from '@/lib/features/assets/search-schema'
import { backFromForm, readKey } from '@/lib/features/reviews/search-schema'
import { assetFormLabels as words } from '@/lib/labels/asset-pages'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.reclassifyPage }

export default async function ReclassifyAssetPage({
  params,
  searchParams,
}: PageProps<'/assets/[number]/reclassify'>) {
  const actor = await requireMay('asset.reclassify')
  const number = readNumber((await params).number)
  const review = readKey((await searchParams)['review'])?.toString()
  const form = number === null ? null : await prepareAssetForm(actor, number)
  if (!form) notFound()
  if (!form.found.about.mayReclassify) forbidden()
  const { asset, proposal, returned } = form.found
  const here = `/assets/${asset.number}`
  const back = backFromForm(asset, review)
  if (asset.state !== 'active' || proposal) redirect(here)
  const { setting, zones, values, earlierInWords } = form
  const shown = { mode: 'levels' as const, setting, zones, values, review }
  return (
    <>
      <PageHead title={words.reclassifyTitle(asset.name)} back={back} lead={earlierInWords} />
      <ReturnedBecause returned={returned} />
      <AssetForm action={reclassifyAsset} cancelHref={back.href} {...shown} />
    </>
  )
}
