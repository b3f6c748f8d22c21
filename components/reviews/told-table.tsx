import { Dash } from '@/components/ui/absent'
import { Empty } from '@/components/ui/empty'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { ShownTold } from '@/lib/features/reviews/reminder-schema'
import { remindersLabels as words } from '@/lib/labels/review-reminders'

/** Who was told what of a review, when, and whether they read it. */
export function ToldTable({ told }: { told: ShownTold[] }) {
  if (told.length === 0) return <Empty why={words.empty} todo={words.emptyMore} />
  const head = (
    <Row>
      <HeadCell>{words.person}</HeadCell>
      <HeadCell>{words.department}</HeadCell>
      <HeadCell>{words.kind}</HeadCell>
      <HeadCell>{words.at}</HeadCell>
      <HeadCell>{words.read}</HeadCell>
      <HeadCell>{words.mail}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.log} captionHidden head={head}>
      {told.map((each) => (
        <Row key={each.id}>
          <Cell rowHead label={words.person}>
            {each.person}
          </Cell>
          <Cell label={words.department}>{each.department === '' ? <Dash /> : each.department}</Cell>
          <Cell label={words.kind}>{each.kind}</Cell>
          <Cell label={words.at}>{each.at}</Cell>
          <Cell label={words.read}>{each.isRead ? words.isRead : words.unread}</Cell>
          <Cell label={words.mail}>{each.mail ?? words.noMail}</Cell>
        </Row>
      ))}
    </Table>
  )
}
