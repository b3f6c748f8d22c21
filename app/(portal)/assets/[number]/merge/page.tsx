import { forbidden, notFound, redirect } from 'next/navigation'
import { MergeChoice } from '@/components/assets/merge-choice'
import { MergeForm } from '@/components/assets/merge-form'
import { PageHead } from '@/components/ui/page-head'
import { prepareMerge } from '@/lib/features/assets/merge-queries'
import { readOthers } from '@/lib/features/assets/merge-schema'
import { readNumber } from '@/lib/features/assets/search-schema'
import { mergeLabels as words } from '@/lib/labels/merge'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.page }

export default async function MergeAssetsPage({ params, searchParams }: PageProps<'/assets/[number]/merge'>) {
  const actor = await requireMay('asset.merge')
  const number = readNumber((await params).number)
  const { with: wanted, q } = await searchParams
  const query = typeof q === 'string' ? q.slice(0, 100) : ''
  const found = number === null ? null : await prepareMerge(actor, number, readOthers(wanted, number), query)
  if (!found) notFound()
  const { asset, place, compared, candidates, ...rest } = found
  if (!place.mayMerge) forbidden()
  const here = `/assets/${asset.number}`
  if (asset.state !== 'active') redirect(here)
  return (
    <>
      <PageHead
        title={words.title(asset.name)}
        above={place.department}
        lead={words.lead}
        back={{ href: here, label: asset.name }}
      />
      {compared.length > 1 ? (
        <MergeForm compared={compared} {...rest} againHref={`${here}/merge`} />
      ) : (
        <MergeChoice candidates={candidates} query={query} />
      )}
    </>
  )
}
