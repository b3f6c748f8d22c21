import type { Metadata } from 'next'
import { RenewalForm } from '@/components/grants/renewal-form'
import { OrganizationHead } from '@/components/people/organization-head'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { renewalLabels as words } from '@/lib/labels/people-pages'
import { requireMay } from '@/lib/platform/page-access'
import { organizationTabs } from '../../organization-tabs'
import { renewable } from './renewable'

export const metadata: Metadata = { title: words.title }

export default async function RenewalPage({ searchParams }: { searchParams: Promise<{ renewed?: string }> }) {
  const actor = await requireMay('grant.manageClerks')
  const { ends, until, rows, action } = await renewable(actor)
  const renewed = Number((await searchParams).renewed)
  const tabs = organizationTabs(actor.viewer, 'renewal')
  return (
    <>
      <OrganizationHead title={words.title} lead={words.lead(ends, until)} tabs={tabs} />
      {renewed > 0 && (
        <Notice kind="done" title={words.done(renewed, until)}>
          {words.doneNote}
        </Notice>
      )}
      {rows.length === 0 && <Empty why={words.emptyWhy} todo={words.emptyTodo} />}
      {rows.length > 0 && <RenewalForm action={action} rows={rows} until={until} />}
    </>
  )
}
