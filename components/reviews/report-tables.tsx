import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { Report } from '@/lib/features/reviews/report-schema'
import { reportLabels as words } from '@/lib/labels/review-report'
import { progressLabels } from '@/lib/labels/reviews'

const number = new Intl.NumberFormat('ja-JP')

/** Rows by answer; the lines add up to the whole. */
export function AnswerTotals({ answers }: Pick<Report, 'answers'>) {
  const head = (
    <Row>
      <HeadCell>{words.answer}</HeadCell>
      <HeadCell numeric>{words.rows}</HeadCell>
      <HeadCell numeric>{words.share}</HeadCell>
    </Row>
  )
  const foot = (
    <Row>
      <Cell rowHead>{words.total}</Cell>
      <Cell numeric label={words.rows}>
        {number.format(answers.total)}
      </Cell>
      <Cell />
    </Row>
  )
  return (
    <Table caption={words.totals} captionHidden head={head} foot={foot} staysTable>
      {answers.lines.map(({ name, rows, share }) => (
        <Row key={name}>
          <Cell rowHead whole>
            {name}
          </Cell>
          <Cell numeric>{number.format(rows)}</Cell>
          <Cell numeric>{progressLabels.percent(share)}</Cell>
        </Row>
      ))}
    </Table>
  )
}

/** How many assets stood at each level when the review opened and when it was closed. */
export function LevelChanges({ levels }: Pick<Report, 'levels'>) {
  const head = (
    <Row>
      <HeadCell>{words.level}</HeadCell>
      <HeadCell numeric>{words.before}</HeadCell>
      <HeadCell numeric>{words.after}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.levels} captionHidden head={head} staysTable>
      {levels.map(({ key, name, before, after }) => (
        <Row key={key}>
          <Cell rowHead whole>
            {name}
          </Cell>
          <Cell numeric>{number.format(before)}</Cell>
          <Cell numeric>{number.format(after)}</Cell>
        </Row>
      ))}
    </Table>
  )
}

/** Assets by name with the department that named them. */
export function ReportAssets({ caption, assets }: { caption: string; assets: Report['disposed'] }) {
  const head = (
    <Row>
      <HeadCell numeric>{words.number}</HeadCell>
      <HeadCell>{words.name}</HeadCell>
      <HeadCell>{words.department}</HeadCell>
    </Row>
  )
  return (
    <Table caption={caption} captionHidden head={head}>
      {assets.map((asset) => (
        <Row key={asset.number}>
          <Cell numeric label={words.number}>
            {asset.number}
          </Cell>
          <Cell rowHead label={words.name}>
            {asset.name}
          </Cell>
          <Cell label={words.department} whole>
            {asset.department}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

/** Who certified each department, bound to which answers, and who signed its bureau off. */
export function Statements({ statements }: Pick<Report, 'statements'>) {
  const head = (
    <Row>
      <HeadCell>{words.bureau}</HeadCell>
      <HeadCell>{words.department}</HeadCell>
      <HeadCell numeric>{words.rows}</HeadCell>
      <HeadCell>{words.certified}</HeadCell>
      <HeadCell>{words.hash}</HeadCell>
      <HeadCell>{words.signed}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.statements} captionHidden head={head}>
      {statements.map((line) => (
        <Row key={line.key}>
          <Cell label={words.bureau} whole>
            {line.bureau}
          </Cell>
          <Cell rowHead whole label={words.department}>
            {line.name}
          </Cell>
          <Cell numeric label={words.rows}>
            {number.format(line.rows)}
          </Cell>
          <Cell label={words.certified}>
            {line.certified ?? words.notCertified}
            {line.text > 1 && <span className="aside">{words.textNumber(line.text)}</span>}
          </Cell>
          <Cell label={words.hash}>{line.hash}</Cell>
          <Cell label={words.signed}>{line.signed ?? progressLabels.notSigned}</Cell>
        </Row>
      ))}
    </Table>
  )
}
