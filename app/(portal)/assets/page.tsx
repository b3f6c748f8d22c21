import { AssetFilters } from '@/components/assets/asset-filters'
import { AssetTable } from '@/components/assets/asset-table'
import { NoAssets } from '@/components/assets/no-assets'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { showAssets } from '@/lib/features/assets/list-queries'
import { readSearch } from '@/lib/features/assets/search-schema'
import { assetListLabels as words } from '@/lib/labels/asset-pages'
import { bulkEditLabels } from '@/lib/labels/bulk-edit'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function AssetsPage({ searchParams }: PageProps<'/assets'>) {
  const actor = await requireMay('asset.read')
  const list = await showAssets(actor, readSearch(await searchParams))
  const create = may(actor.viewer, 'asset.create') && (
    <ButtonLink href="/assets/new">{words.create}</ButtonLink>
  )
  return (
    <>
      <PageHead title={words.title} action={create} />
      <AssetFilters {...list.filters} />
      <p className="mb-2 flex flex-wrap gap-x-6">
        <span role="status">{list.found}</span>
        {may(actor.viewer, 'asset.edit') && <a href={list.bulkHref}>{bulkEditLabels.link}</a>}
      </p>
      {list.withheld && <p className="mb-2 text-14">{list.withheld}</p>}
      {list.rows.length === 0 ? (
        <NoAssets isFiltered={list.isFiltered} mayCreate={may(actor.viewer, 'asset.create')} />
      ) : (
        <AssetTable rows={list.rows} sorts={list.sorts} />
      )}
      <Pager previousHref={list.previousHref} nextHref={list.nextHref} />
    </>
  )
}
