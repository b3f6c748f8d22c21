import { Empty } from '@/components/ui/empty'
import { Dash } from '@/components/ui/absent'
import { StateLabel, type StateTone } from '@/components/ui/state-label'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
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
export function JobQueue({ jobs }: { jobs: QueuedJob[] }) {
  if (jobs.length === 0) return <Empty why={words.queueEmpty} todo={words.queueEmptyMore} />
  const head = (
    <Row>
      <HeadCell>{words.name}</HeadCell>
      <HeadCell>{words.state}</HeadCell>
      <HeadCell>{words.next}</HeadCell>
      <HeadCell>{words.attempts}</HeadCell>
      <HeadCell>{words.lastError}</HeadCell>
    </Row>
  )
  return (
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
        </Row>
      ))}
    </Table>
  )
}
