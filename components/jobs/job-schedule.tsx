import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { jobLabels, jobsLabels as words } from '@/lib/labels/jobs'
import { momentInWords } from '@/lib/labels/sign-in'

/** Each job of the portal, when it is due, and when it last succeeded. */
export function JobSchedule({ lastSuccess }: { lastSuccess: Record<string, Date> }) {
  const head = (
    <Row>
      <HeadCell>{words.name}</HeadCell>
      <HeadCell>{words.due}</HeadCell>
      <HeadCell>{words.lastSuccess}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.schedule} captionHidden head={head}>
      {Object.entries(jobLabels).map(([name, job]) => (
        <Row key={name}>
          <Cell rowHead label={words.name}>
            {job.name}
          </Cell>
          <Cell label={words.due}>{job.due}</Cell>
          <Cell label={words.lastSuccess}>
            {lastSuccess[name] ? momentInWords(lastSuccess[name]) : words.never}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
