import { HomeSections } from '@/components/home/home-sections'
import { LikelyTasks } from '@/components/home/likely-tasks'
import { tasksOf } from '@/components/home/tasks'
import { PageHead } from '@/components/ui/page-head'
import { endingWithin, showHome } from '@/lib/features/dashboard/home-queries'
import { homeLabels as words } from '@/lib/labels/home'
import { formatDate } from '@/lib/labels/dates'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'
import { likelyActs } from './frame'

export const metadata = { title: words.title }

export default async function HomePage() {
  const actor = await requireMay('self.manage')
  const { viewer } = actor
  const mayRenew = may(viewer, 'grant.manageClerks')
  const { waiting, notices } = viewer
  const { found, reviews } = await showHome(actor)
  const tasks = tasksOf(found, { days: endingWithin, mayRenew, waiting, notices })
  const acts = <LikelyTasks acts={likelyActs(viewer, found.isLedgerEmpty)} />
  return (
    <>
      <PageHead title={words.title} above={formatDate(viewer.today)} lead={words.greeting(viewer.name)} />
      <HomeSections tasks={tasks} reviews={reviews} acts={acts} />
    </>
  )
}
