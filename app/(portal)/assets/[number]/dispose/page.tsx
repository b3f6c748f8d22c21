import { forbidden, notFound, redirect } from 'next/navigation'
import { DisposeForm } from '@/components/assets/dispose-form'
import { ReturnedBecause } from '@/components/proposals/returned-because'
import { PageHead } from '@/components/ui/page-head'
import { disposalMethodsOf } from '@/lib/features/assets/content-queries'
import { findAsset } from '@/lib/features/assets/queries'
import { readNumber } from '@/lib/features/assets/search-schema'
import { backFromForm, readKey } from '@/lib/features/reviews/search-schema'
import { assetDetailLabels as words } from '@/lib/labels/asset-pages'
import { formatDateWithoutWeekday } from '@/lib/labels/dates'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.disposeTitle }

export default async function DisposeAssetPage({
  params,
  searchParams,
}: PageProps<'/assets/[number]/dispose'>) {
  const actor = await requireMay('asset.dispose')
  const number = readNumber((await params).number)
  const review = readKey((await searchParams)['review'])?.toString()
  const found = number === null ? null : await findAsset(actor, number)
  if (!found) notFound()
  if (!found.about.mayDispose) forbidden()
  const { asset } = found
  const here = `/assets/${asset.number}`
  if (asset.state !== 'active' || found.proposal) redirect(here)
  const back = backFromForm(asset, review)
  const today = formatDateWithoutWeekday(actor.viewer.today)
  const which = { number: String(asset.number), version: String(asset.version) }
  const form = { ...which, today, person: actor.viewer.name, review }
  return (
    <>
      <PageHead title={words.disposeTitle} above={asset.name} lead={words.disposeLead} back={back} />
      <ReturnedBecause returned={found.returned} />
      <DisposeForm {...form} methods={disposalMethodsOf(asset)} cancelHref={back.href} />
    </>
  )
}
