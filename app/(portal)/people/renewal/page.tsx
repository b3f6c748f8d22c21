import type { Metadata } from 'next'
import { RenewalForm } from '@/components/grants/renewal-form'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { fiscalYearEnd, fiscalYearOf } from '@/lib/domain/calendar'
import { renewalObstacle } from '@/lib/domain/grant-renewal'
import { renewAnyGrants, renewClerkGrants } from '@/lib/features/grants/actions'
import { listEndingGrants } from '@/lib/features/grants/queries'
import { organizationTabLabels, renewalLabels as words } from '@/lib/labels/people-pages'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'
import { organizationTabs } from '../../organization-tabs'

export const metadata: Metadata = { title: words.title }

export default async function RenewalPage({ searchParams }: { searchParams: Promise<{ renewed?: string }> }) {
  const actor = await requireMay('grant.manageClerks')
  const { viewer } = actor
  const year = fiscalYearOf(viewer.today)
  const [ends, until] = [fiscalYearEnd(year), fiscalYearEnd(year + 1)]
  const mayAny = may(viewer, 'grant.manageApprovers')
  const permissions = ['grant.manageClerks', ...(mayAny ? (['grant.manageApprovers'] as const) : [])] as const
  const by = { personId: viewer.personId, permissions }
  const rows = (await listEndingGrants(actor, ends)).map((row) => ({
    ...row,
    obstacle: renewalObstacle(row, by, until),
  }))
  const renewed = Number((await searchParams).renewed)
  return (
    <>
      <PageHead title={words.title} lead={words.lead(ends, until)} />
      <Tabs label={organizationTabLabels.navigation} tabs={organizationTabs(viewer, 'renewal')} />
      {renewed > 0 && (
        <Notice kind="done" title={words.done(renewed, until)}>
          {words.doneNote}
        </Notice>
      )}
      {rows.length === 0 && <Empty why={words.emptyWhy} todo={words.emptyTodo} />}
      {rows.length > 0 && (
        <RenewalForm action={mayAny ? renewAnyGrants : renewClerkGrants} rows={rows} until={until} />
      )}
    </>
  )
}
