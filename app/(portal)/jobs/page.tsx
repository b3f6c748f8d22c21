import type { Metadata } from 'next'
import { JobQueue } from '@/components/jobs/job-queue'
import { JobRuns } from '@/components/jobs/job-runs'
import { JobSchedule } from '@/components/jobs/job-schedule'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { findJobOverview } from '@/lib/features/jobs/queries'
import { jobsLabels as words } from '@/lib/labels/jobs'
import { navLabels } from '@/lib/labels/shell'
import { may } from '@/lib/platform/authorize'
import { requireMay } from '@/lib/platform/page-access'

export const metadata: Metadata = { title: words.title }

export default async function JobsPage({ searchParams }: PageProps<'/jobs'>) {
  const actor = await requireMay('job.read')
  const { jobs, runs, lastSuccess } = await findJobOverview(actor)
  const failing = jobs.filter(({ state }) => state === 'gaveUp' || state === 'retrying').length
  return (
    <>
      <PageHead title={words.title} lead={words.lead} back={{ href: '/', label: navLabels.home }} />
      {(await searchParams)['done'] === 'retried' && <Notice kind="done" title={words.retried} />}
      {failing > 0 && (
        <Notice kind="warn" title={words.failing(failing)}>
          {words.failingMore}
        </Notice>
      )}
      <Section id="schedule" title={words.schedule}>
        <JobSchedule lastSuccess={lastSuccess} />
      </Section>
      <Section id="queue" title={words.queue}>
        <JobQueue jobs={jobs} mayRetry={may(actor.viewer, 'job.manage')} />
      </Section>
      <Section id="runs" title={words.runs} lead={words.runsLead}>
        <JobRuns runs={runs} />
      </Section>
    </>
  )
}
