import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { Report } from '@/lib/features/reviews/report-schema'
import { questionLabels } from '@/lib/labels/review-questions'
import { reportLabels as words } from '@/lib/labels/review-report'
import { progressLabels } from '@/lib/labels/reviews'

const number = new Intl.NumberFormat('ja-JP')

/** How much each bureau and each of its departments answered in bulk. */
export function BulkShares({ bulks }: Pick<Report, 'bulks'>) {
  const head = (
    <Row>
      <HeadCell>{words.department}</HeadCell>
      <HeadCell numeric>{words.rows}</HeadCell>
      <HeadCell numeric>{words.bulkRows}</HeadCell>
      <HeadCell numeric>{words.share}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.bulks} captionHidden head={head} staysTable>
      {bulks.map(({ key, name, isBureau, rows, bulk, share }) => (
        <Row key={key}>
          <Cell rowHead whole>
            {isBureau ? <strong>{name}</strong> : <span className="block pl-4 font-normal">{name}</span>}
          </Cell>
          <Cell numeric>{number.format(rows)}</Cell>
          <Cell numeric>{number.format(bulk)}</Cell>
          <Cell numeric>{progressLabels.percent(share)}</Cell>
        </Row>
      ))}
    </Table>
  )
}

/** What was answered to the questions, department by department. */
export function GivenTable({ given }: Pick<Report, 'given'>) {
  const head = (
    <Row>
      <HeadCell>{questionLabels.question}</HeadCell>
      <HeadCell>{questionLabels.department}</HeadCell>
      <HeadCell>{questionLabels.answer}</HeadCell>
    </Row>
  )
  return (
    <Table caption={questionLabels.section} captionHidden head={head}>
      {given.map(({ key, question, department, answer }) => (
        <Row key={key}>
          <Cell label={questionLabels.question}>{question}</Cell>
          <Cell rowHead whole label={questionLabels.department}>
            {department}
          </Cell>
          <Cell label={questionLabels.answer}>
            <span className="whitespace-pre-line">{answer}</span>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

/** The statements in full; numbered where the city wrote a new one in the middle. */
export function StatementTexts({ texts }: Pick<Report, 'texts'>) {
  return texts.map((text, at) => (
    <blockquote key={text} className="mb-4 max-w-3xl border-l-8 border-gray-420 bg-gray-50 px-5 py-3">
      {texts.length > 1 && <span className="block text-14 text-gray-700">{words.textNumber(at + 1)}</span>}
      <span className="whitespace-pre-line">{text}</span>
    </blockquote>
  ))
}
