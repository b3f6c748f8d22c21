import { ChainState } from '@/components/audit-log/chain-state'
import { DayProblems } from '@/components/audit-log/day-problems'
import { TrailFilter } from '@/components/audit-log/trail-filter'
import { trailItems } from '@/components/audit-log/trail-items'
import { TrailSection } from '@/components/audit-log/trail-section'
import { PageHead } from '@/components/ui/page-head'
import { findLastAnchor } from '@/lib/features/audit-log/anchor-queries'
import { readTrail, seesBeforeValues } from '@/lib/features/audit-log/queries'
import { isNarrowed, readTrailSearch, trailFilters } from '@/lib/features/audit-log/schema'
import { auditLogLabels as words } from '@/lib/labels/audit-log'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function AuditLogPage({ searchParams }: PageProps<'/audit-log'>) {
  const actor = await requireMay('audit.read')
  const search = readTrailSearch(await searchParams)
  const { events, older, people, chain } = await readTrail(actor, search)
  const items = trailItems(events, seesBeforeValues(actor))
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <TrailFilter search={search} open={isNarrowed(search)} />
      <DayProblems problems={trailFilters(search).problems} />
      <TrailSection search={search} items={items} older={older} people={people} />
      <ChainState chain={chain} anchor={await findLastAnchor()} />
    </>
  )
}
