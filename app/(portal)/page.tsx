import { LikelyTasks } from '@/components/home/likely-tasks'
import { TaskList } from '@/components/home/task-list'
import { tasksOf } from '@/components/home/tasks'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { endingWithin, showHomeTasks } from '@/lib/features/dashboard/home-queries'
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
  const tasks = tasksOf(await showHomeTasks(actor), { days: endingWithin, mayRenew, waiting, notices })
  const acts = <LikelyTasks acts={likelyActs(viewer)} />
  return (
    <>
      <PageHead title={words.title} above={formatDate(viewer.today)} lead={words.greeting(viewer.name)} />
      {tasks.length === 0 ? (
        <Empty why={words.nothing} todo={words.nothingTodo} action={acts} />
      ) : (
        <>
          <Section id="waiting" title={words.waiting}>
            <TaskList tasks={tasks} />
          </Section>
          <Section id="tasks" title={words.tasks}>
            {acts}
          </Section>
        </>
      )}
    </>
  )
}
