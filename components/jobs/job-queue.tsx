import { Empty } from '@/components/ui/empty'
import { Form } from '@/components/form/form'
import { Dash } from '@/components/ui/absent'
import { Button } from '@/components/ui/button'
import { StateLabel, type StateTone } from '@/components/ui/state-label'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { retryJob } from '@/lib/features/jobs/actions'
import { jobsLabels as words, jobStateLabels, type JobState } from '@/lib/labels/jobs'
import { momentInWords } from '@/lib/labels/sign-in'
import { jobInWords } from './job-name'

type QueuedJob = {
  id: string
  name: string
  state: JobState
  runAt: Date
  attempts: number
  maxAttempts: number
  lastError: string | null
}

const tones: Record<JobState, StateTone> = {
  running: 'active',
  waiting: 'waiting',
  retrying: 'attention',
  gaveUp: 'attention',
}

/** Jobs that wait, run, or failed, with the last error as the machine said it. */
export function JobQueue({ jobs, mayRetry }: { jobs: QueuedJob[]; mayRetry: boolean }) {
  if (jobs.length === 0) return <Empty why={words.queueEmpty} todo={words.queueEmptyMore} />
  const head = (
    <Row>
      <HeadCell>{words.name}</HeadCell>
      <HeadCell>{words.state}</HeadCell>
      <HeadCell>{words.next}</HeadCell>
      <HeadCell>{words.attempts}</HeadCell>
      <HeadCell>{words.lastError}</HeadCell>
      {mayRetry && <HeadCell>{words.acts}</HeadCell>}
    </Row>
  )
  const table = (
    <Table caption={words.queue} captionHidden head={head}>
      {jobs.map((job) => (
        <Row key={job.id}>
          <Cell rowHead label={words.name}>
            {jobInWords(job.name)}
          </Cell>
          <Cell label={words.state}>
            <StateLabel tone={tones[job.state]}>{jobStateLabels[job.state]}</StateLabel>
          </Cell>
          <Cell label={words.next}>
            {job.state === 'waiting' || job.state === 'retrying' ? momentInWords(job.runAt) : <Dash />}
          </Cell>
          <Cell label={words.attempts}>{words.attemptsOf(job.attempts, job.maxAttempts)}</Cell>
          <Cell label={words.lastError}>{job.lastError ?? <Dash />}</Cell>
          {mayRetry && (
            <Cell label={words.acts}>
              {job.state === 'retrying' || job.state === 'gaveUp' ? (
                <span className="whitespace-nowrap">
                  <Button kind="secondary" size="small" name="id" value={job.id}>
                    {words.retry}
                    <span className="sr-only">{words.retryOf(jobInWords(job.name))}</span>
                  </Button>
                </span>
              ) : (
                <Dash />
              )}
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  )
  if (!mayRetry) return table
  return (
    <Form action={retryJob} guarded={false}>
      {table}
    </Form>
  )
}
