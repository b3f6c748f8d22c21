import { AssetFilters } from '@/components/assets/asset-filters'
import { AssetTable } from '@/components/assets/asset-table'
import { FoundLine } from '@/components/assets/found-line'
import { NoAssets } from '@/components/assets/no-assets'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { showAssets } from '@/lib/features/assets/list-queries'
import { exportHref } from '@/lib/features/assets/export-schema'
import { readSearch } from '@/lib/features/assets/search-schema'
import { assetListLabels as words } from '@/lib/labels/asset-pages'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function AssetsPage({ searchParams }: PageProps<'/assets'>) {
  const actor = await requireMay('asset.read')
  const search = readSearch(await searchParams)
  const list = await showAssets(actor, search)
  const create = may(actor.viewer, 'asset.create') && (
    <ButtonLink href="/assets/new">{words.create}</ButtonLink>
  )
  const out = may(actor.viewer, 'asset.export') && list.rows.length > 0 ? exportHref({ search }) : null
  const bulk = may(actor.viewer, 'asset.edit') ? list.bulkHref : null
  const mayImport = may(actor.viewer, 'asset.import')
  return (
    <>
      <PageHead title={words.title} action={create} />
      <AssetFilters {...list.filters} />
      <FoundLine {...list} bulkHref={bulk} exportHref={out} mayImport={mayImport} />
      {list.rows.length === 0 ? (
        <NoAssets {...list} mayCreate={create !== false} mayImport={mayImport} />
      ) : (
        <AssetTable rows={list.rows} sorts={list.sorts} />
      )}
      <Pager previousHref={list.previousHref} nextHref={list.nextHref} />
    </>
  )
}
