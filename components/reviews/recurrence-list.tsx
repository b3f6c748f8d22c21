import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { Dash } from '@/components/ui/absent'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { stopRecurrence } from '@/lib/features/reviews/recurrence-actions'
import type { ShownRecurrence } from '@/lib/features/reviews/recurrence-schema'
import { recurringLabels as words } from '@/lib/labels/review-recurring'

/** What comes every year: from which review, when next, what came last; each can be stopped. */
export function RecurrenceList({ rows }: { rows: ShownRecurrence[] }) {
  const head = (
    <Row>
      <HeadCell>{words.template}</HeadCell>
      <HeadCell>{words.opens}</HeadCell>
      <HeadCell>{words.due}</HeadCell>
      <HeadCell>{words.next}</HeadCell>
      <HeadCell>{words.last}</HeadCell>
      <HeadCell>{words.state}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.list} captionHidden head={head}>
      {rows.map(({ id, version, title, href, opens, due, next, last, state, isStoppable }) => (
        <Row key={id}>
          <Cell rowHead label={words.template}>
            <a href={href}>{title}</a>
          </Cell>
          <Cell label={words.opens}>{opens}</Cell>
          <Cell label={words.due}>{due}</Cell>
          <Cell label={words.next}>{next ?? <Dash />}</Cell>
          <Cell label={words.last}>{last ? <a href={last.href}>{last.title}</a> : words.never}</Cell>
          <Cell label={words.state}>
            <span className="block">{state}</span>
            {isStoppable && (
              <Form action={stopRecurrence} guarded={false}>
                <HiddenField name="id" value={id} />
                <HiddenField name="version" value={version} />
                <SubmitButton kind="quiet">
                  {words.stop}
                  <span className="sr-only">{words.stopOf(title)}</span>
                </SubmitButton>
              </Form>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
