import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { buttonStyle } from '@/components/ui/button-style'
import { Dash } from '@/components/ui/absent'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { deputyLabels as words } from '@/lib/labels/deputies'
import { formatDateShort } from '@/lib/labels/dates'
import type { DeputyAction } from './deputy-form'

export type DeputyTableRow = {
  id: string
  version: number
  state: 'current' | 'coming' | 'past'
  isOwn: boolean
  isMine: boolean
  principal: string
  deputy: string | null
  post: string
  namedBy: string
  validFrom: string
  until: string
  endedOn: string | null
  reason: string
  mayEnd: boolean
}

type DeputyTableProps = { caption: string; rows: DeputyTableRow[]; end: DeputyAction | undefined }

/** Who stands in for whom, from when to when, and the button that ends it. */
export function DeputyTable({ caption, rows, end }: DeputyTableProps) {
  const hasActs = end !== undefined && rows.some((row) => row.mayEnd)
  const head = (
    <Row>
      <HeadCell>{words.principal}</HeadCell>
      <HeadCell>{words.of}</HeadCell>
      <HeadCell>{words.who}</HeadCell>
      <HeadCell>{words.period}</HeadCell>
      <HeadCell>{words.why}</HeadCell>
      <HeadCell>{words.namedBy}</HeadCell>
      {hasActs && <HeadCell>{words.acts}</HeadCell>}
    </Row>
  )
  return (
    <Table caption={caption} captionHidden head={head}>
      {rows.map((row) => (
        <Row key={row.id}>
          <Cell rowHead label={words.principal}>
            {row.isOwn ? words.me(row.principal) : row.principal}
          </Cell>
          <Cell label={words.of}>{row.post}</Cell>
          <Cell label={words.who}>{whoOf(row)}</Cell>
          <Cell label={words.period}>{periodOf(row)}</Cell>
          <Cell label={words.why}>{row.reason}</Cell>
          <Cell label={words.namedBy}>{row.namedBy}</Cell>
          {hasActs && (
            <Cell label={words.acts}>{row.mayEnd ? <EndDeputy row={row} action={end} /> : <Dash />}</Cell>
          )}
        </Row>
      ))}
    </Table>
  )
}

function whoOf({ deputy, isMine }: DeputyTableRow): string {
  if (deputy === null) return words.absent
  return isMine ? words.me(deputy) : deputy
}

function periodOf({ validFrom, until, endedOn }: DeputyTableRow): string {
  const period = words.fromTo(formatDateShort(validFrom), formatDateShort(until))
  return endedOn === null ? period : `${period}　${words.endedOn(formatDateShort(endedOn))}`
}

function EndDeputy({ row, action }: { row: DeputyTableRow; action: DeputyAction }) {
  const isComing = row.state === 'coming'
  return (
    <Form action={action} guarded={false}>
      <HiddenField name="id" value={row.id} />
      <HiddenField name="version" value={String(row.version)} />
      <button
        type="submit"
        aria-label={isComing ? words.cancelOf(row.principal) : words.endOf(row.principal)}
        className={buttonStyle('secondary', 'small')}
      >
        {isComing ? words.cancel : words.end}
      </button>
    </Form>
  )
}
