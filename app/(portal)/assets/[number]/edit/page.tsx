import { forbidden, notFound, redirect } from 'next/navigation'
import { AssetForm } from '@/components/assets/asset-form'
import { EditWhileOpen } from '@/components/proposals/edit-while-open'
import { ReturnedBecause } from '@/components/proposals/returned-because'
import { PageHead } from '@/components/ui/page-head'
import { isEditable, type AssetState } from '@/lib/domain/asset'
import { editAsset } from '@/lib/features/assets/actions'
import { prepareAssetForm } from '@/lib/features/assets/form-queries'
import { readNumber } from '@/lib/features/assets/search-schema'
import { backFromForm, readKey } from '@/lib/features/reviews/search-schema'
import { assetFormLabels as words } from '@/lib/labels/asset-pages'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.editPage }

export default async function EditAssetPage({ params, searchParams }: PageProps<'/assets/[number]/edit'>) {
  const actor = await requireMay('asset.edit')
  const number = readNumber((await params).number)
  const review = readKey((await searchParams)['review'])?.toString()
  const form = number === null ? null : await prepareAssetForm(actor, number)
  if (!form) notFound()
  if (!form.found.about.mayEdit) forbidden()
  const { asset, proposal, returned } = form.found
  const here = `/assets/${asset.number}`
  const mode = asset.state === 'draft' ? 'draft' : 'active'
  if (!isEditable(asset.state as AssetState) || (mode === 'draft' && proposal)) redirect(here)
  const { setting, zones, values } = form
  const back = backFromForm(asset, review)
  const lead = mode === 'active' ? words.editLead : undefined
  return (
    <>
      <PageHead title={words.editTitle(asset.name)} back={back} lead={lead} />
      <ReturnedBecause returned={returned} />
      {proposal && <EditWhileOpen href={`${here}#proposal`} />}
      <AssetForm action={editAsset} cancelHref={back.href} {...{ mode, setting, zones, values, review }} />
    </>
  )
}
