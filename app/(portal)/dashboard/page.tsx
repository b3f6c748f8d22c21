import { AttentionList } from '@/components/dashboard/attention-list'
import { Breakdown } from '@/components/dashboard/breakdown'
import { MatrixTable } from '@/components/dashboard/matrix-table'
import { PersonalTable } from '@/components/dashboard/personal-table'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { showOverview } from '@/lib/features/dashboard/queries'
import { assetsInWords, dashboardLabels as words } from '@/lib/labels/dashboard'
import { formatDate } from '@/lib/labels/dates'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function DashboardPage() {
  const actor = await requireMay('dashboard.read')
  const overview = await showOverview(actor)
  const above = `${words.basisDate(formatDate(actor.viewer.today))}　${words.total} ${assetsInWords(overview.total)}`
  return (
    <>
      <PageHead title={words.title} above={above} lead={words.lead} />
      {overview.withheld > 0 && <p className="mb-6">{words.withheld(overview.withheld)}</p>}
      <AttentionList {...overview} />
      {overview.total === 0 ? (
        <Empty
          why={words.empty}
          todo={words.emptyTodo}
          action={<ButtonLink href="/assets">{words.toLedger}</ButtonLink>}
        />
      ) : (
        <>
          <MatrixTable matrix={overview.municipal} />
          <MatrixTable matrix={overview.education} />
          <PersonalTable personal={overview.personal} />
          <Breakdown {...overview} />
        </>
      )}
    </>
  )
}
