import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { ProgressCounts, ShownUnit } from '@/lib/features/reviews/progress-schema'
import { progressLabels as words } from '@/lib/labels/reviews'
import { CountCells, CountHeads } from './count-cells'

type ProgressTableProps = { units: ShownUnit[]; total: ProgressCounts; review: string }

/** Bureau by bureau; each name leads to its departments. The sums are the review's own. */
export function ProgressTable({ units, total, review }: ProgressTableProps) {
  const head = (
    <Row>
      <HeadCell>{words.bureau}</HeadCell>
      <CountHeads />
      <HeadCell numeric>{words.certifiedDepartments}</HeadCell>
      <HeadCell>{words.signedOff}</HeadCell>
    </Row>
  )
  const departments = units.flatMap((unit) => unit.departments)
  const certified = departments.filter(({ isCertified }) => isCertified).length
  const foot = (
    <Row>
      <Cell rowHead>{words.total}</Cell>
      <CountCells counts={total} />
      <Cell label={words.certifiedDepartments} numeric>
        {words.ofDepartments(certified, departments.length)}
      </Cell>
      <Cell />
    </Row>
  )
  return (
    <Table caption={words.countsOfBureaus} captionHidden head={head} foot={foot} scrolls>
      {units.map((unit) => (
        <Row key={unit.key}>
          <Cell label={words.bureau} rowHead whole>
            <a href={`/reviews/${review}?bureau=${unit.key}`}>{unit.name}</a>
          </Cell>
          <CountCells counts={unit} />
          <Cell label={words.certifiedDepartments} numeric>
            {words.ofDepartments(unit.certifiedDepartments, unit.departments.length)}
          </Cell>
          <Cell label={words.signedOff}>{unit.signed ?? words.notSigned}</Cell>
        </Row>
      ))}
    </Table>
  )
}
