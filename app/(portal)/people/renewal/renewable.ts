import { fiscalYearEnd, fiscalYearOf } from '@/lib/domain/calendar'
import { renewalObstacle } from '@/lib/domain/grant-renewal'
import { renewAnyGrants, renewClerkGrants } from '@/lib/features/grants/actions'
import { listEndingGrants } from '@/lib/features/grants/queries'
import { may, type May } from '@/lib/platform/authorize'

const grantPermissions = ['grant.manageClerks', 'grant.manageApprovers'] as const

/** What ends with this fiscal year (`ends`), until when it would go on (`until`), and by which act. */
export async function renewable(actor: May<'grant.manageClerks'>) {
  const { viewer } = actor
  const year = fiscalYearOf(viewer.today)
  const [ends, until] = [fiscalYearEnd(year), fiscalYearEnd(year + 1)]
  const by = { personId: viewer.personId, permissions: grantPermissions.filter((each) => may(viewer, each)) }
  const grants = await listEndingGrants(actor, ends)
  const rows = grants.map((grant) => ({ ...grant, obstacle: renewalObstacle(grant, by, until) }))
  rows.sort((a, b) => Number(a.obstacle !== null) - Number(b.obstacle !== null))
  return {
    ends,
    until,
    rows,
    action: may(viewer, 'grant.manageApprovers') ? renewAnyGrants : renewClerkGrants,
  }
}
