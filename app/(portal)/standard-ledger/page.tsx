import type { Metadata } from 'next'
import { StandardAssetTable } from '@/components/standard-assets/standard-asset-table'
import { OrganizationHead } from '@/components/people/organization-head'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { listStandardAssets } from '@/lib/features/standard-assets/queries'
import { standardAssetLabels as words } from '@/lib/labels/standard-assets-pages'
import { schoolLabels } from '@/lib/labels/schools'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'
import { organizationTabs } from '../organization-tabs'

export const metadata: Metadata = { title: words.title }

export default async function StandardLedgerPage({
  searchParams,
}: {
  searchParams: Promise<{ saved?: string }>
}) {
  const actor = await requireMay('standardLedger.read')
  const rows = await listStandardAssets(actor)
  const mayEdit = may(actor.viewer, 'standardLedger.edit')
  const add = mayEdit && { href: '/standard-ledger/new', label: words.add }
  const tabs = organizationTabs(actor.viewer, 'standardLedger')
  return (
    <>
      <OrganizationHead title={words.title} lead={words.lead} tabs={tabs} add={add} />
      {(await searchParams).saved && <Notice kind="done" title={words.saved} />}
      <p className="mb-2 flex flex-wrap gap-x-6">
        <strong>{words.count(rows.length)}</strong>
        <a href="/standard-ledger/schools">{schoolLabels.link}</a>
      </p>
      {rows.length === 0 && <Empty why={words.emptyWhy} todo={words.emptyTodo} />}
      {rows.length > 0 && <StandardAssetTable rows={rows} mayEdit={mayEdit} />}
    </>
  )
}
