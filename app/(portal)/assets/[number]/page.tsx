import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { actsOf, AssetNotices } from '@/components/assets/asset-page-parts'
import { AssetActs } from '@/components/assets/asset-acts'
import { AssetHead } from '@/components/assets/asset-head'
import { AssetSections } from '@/components/assets/asset-sections'
import { AssetTrail } from '@/components/assets/asset-trail'
import { ClassificationHistory } from '@/components/assets/classification-history'
import { HandlingList } from '@/components/assets/handling-list'
import { OpenProposal } from '@/components/proposals/open-proposal'
import { showAsset } from '@/lib/features/assets/page-queries'
import { listCameFrom, readNumber } from '@/lib/features/assets/search-schema'
import { assetDetailLabels as words } from '@/lib/labels/asset-pages'
import { requireMay } from '@/lib/platform/page-access'

export async function generateMetadata({ params }: PageProps<'/assets/[number]'>) {
  return { title: words.pageTitle((await params).number) }
}

export default async function AssetPage({ params, searchParams }: PageProps<'/assets/[number]'>) {
  const actor = await requireMay('asset.read')
  const number = readNumber((await params).number)
  const { before, done } = await searchParams
  const shown = number === null ? null : await showAsset(actor, number, readNumber(String(before)))
  if (!shown) notFound()
  const acts = actsOf(shown.found, actor.viewer.today)
  return (
    <>
      <AssetHead {...shown.head} {...acts} backHref={listCameFrom((await headers()).get('referer'))} />
      <AssetNotices {...shown.found} done={String(done)} today={actor.viewer.today} />
      {shown.proposal && <OpenProposal proposal={shown.proposal} number={acts.number} />}
      <AssetActs {...acts} />
      <AssetSections asked={shown.asked} values={shown.values} />
      <HandlingList restrictions={shown.restrictions} additions={shown.additions} />
      <ClassificationHistory past={shown.past} />
      <AssetTrail entries={shown.trail} olderHref={shown.olderHref} />
    </>
  )
}
