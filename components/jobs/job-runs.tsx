import { Dash } from '@/components/ui/absent'
import { Empty } from '@/components/ui/empty'
import { StateLabel, type StateTone } from '@/components/ui/state-label'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { jobsLabels as words, runOutcomeLabels, type RunOutcome } from '@/lib/labels/jobs'
import { momentInWords } from '@/lib/labels/sign-in'
import { handledInWords, jobInWords } from './job-name'

type JobRun = {
  id: string
  name: string
  startedAt: Date
  endedAt: Date | null
  outcome: RunOutcome | null
  handled: number | null
  message: string | null
}

const tones: Record<RunOutcome | 'running', StateTone> = {
  succeeded: 'closed',
  failed: 'attention',
  interrupted: 'attention',
  running: 'active',
}

/** What became of the last runs, the newest first. */
export function JobRuns({ runs }: { runs: JobRun[] }) {
  if (runs.length === 0) return <Empty why={words.runsEmpty} todo={words.runsEmptyMore} />
  const head = (
    <Row>
      <HeadCell>{words.name}</HeadCell>
      <HeadCell>{words.started}</HeadCell>
      <HeadCell>{words.ended}</HeadCell>
      <HeadCell>{words.outcome}</HeadCell>
      <HeadCell>{words.result}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.runs} captionHidden head={head}>
      {runs.map((run) => (
        <Row key={run.id}>
          <Cell rowHead label={words.name}>
            {jobInWords(run.name)}
          </Cell>
          <Cell label={words.started}>{momentInWords(run.startedAt)}</Cell>
          <Cell label={words.ended}>{run.endedAt ? momentInWords(run.endedAt) : <Dash />}</Cell>
          <Cell label={words.outcome}>
            <StateLabel tone={tones[run.outcome ?? 'running']}>
              {runOutcomeLabels[run.outcome ?? 'running']}
            </StateLabel>
          </Cell>
          <Cell label={words.result}>
            {run.message ?? (run.handled === null ? <Dash /> : handledInWords(run.name, run.handled))}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
