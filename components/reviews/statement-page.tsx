import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextArea } from '@/components/form/text-area'
import { DateField } from '@/components/form/text-field'
import { Section } from '@/components/ui/section'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { writeStatement } from '@/lib/features/reviews/recurrence-actions'
import type { ShownStatement } from '@/lib/features/reviews/recurrence-schema'
import { statementLabels as words } from '@/lib/labels/review-recurring'

type StatementPageProps = {
  mayWrite: boolean
  seen: string
  current: string
  today: string
  statements: ShownStatement[]
}

/** The statement that heads certify: a new one from a day on, and all that there were. */
export function StatementPage({ mayWrite, seen, current, today, statements }: StatementPageProps) {
  const head = (
    <Row>
      <HeadCell>{words.from}</HeadCell>
      <HeadCell>{words.text}</HeadCell>
      <HeadCell>{words.by}</HeadCell>
      <HeadCell>{words.state}</HeadCell>
    </Row>
  )
  return (
    <>
      {mayWrite && (
        <Section id="edit" title={words.edit}>
          <Form action={writeStatement} fieldNames={{ text: words.text, from: words.from }}>
            <HiddenField name="seen" value={seen} />
            <TextArea
              name="text"
              label={words.text}
              help={words.textHelp}
              required
              value={current}
              rows={5}
            />
            <DateField name="from" label={words.from} required value={today} />
            <SubmitButton>{words.save}</SubmitButton>
          </Form>
        </Section>
      )}
      <Section id="history" title={words.history}>
        <Table caption={words.history} captionHidden head={head}>
          {statements.map(({ key, text, from, by, state }) => (
            <Row key={key}>
              <Cell label={words.from}>{from}</Cell>
              <Cell rowHead label={words.text}>
                <span className="whitespace-pre-line font-normal">{text}</span>
              </Cell>
              <Cell label={words.by}>{by}</Cell>
              <Cell label={words.state}>{state}</Cell>
            </Row>
          ))}
        </Table>
      </Section>
    </>
  )
}
