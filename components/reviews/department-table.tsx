import { Dash } from '@/components/ui/absent'
import { StateLabel } from '@/components/ui/state-label'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { sheetHref } from '@/lib/features/reviews/search-schema'
import type { ShownUnit } from '@/lib/features/reviews/progress-schema'
import { progressLabels as words } from '@/lib/labels/reviews'
import { CountCells, CountHeads } from './count-cells'
import { DepartmentStateLabel } from './department-state'

type DepartmentTableProps = {
  unit: ShownUnit
  review: string
  /** What whoever runs the review may do with a certified department now. */
  act: 'return' | 'reopen' | null
}

/** The departments of a bureau; each name leads to its sheet. */
export function ReviewDepartments({ unit, review, act }: DepartmentTableProps) {
  const head = (
    <Row>
      <HeadCell>{words.department}</HeadCell>
      <HeadCell>{words.state}</HeadCell>
      <CountHeads />
      <HeadCell>{words.lastReminded}</HeadCell>
      <HeadCell>{words.certified}</HeadCell>
      {act && <HeadCell>{words.acts}</HeadCell>}
    </Row>
  )
  const foot = (
    <Row>
      <Cell rowHead>{words.total}</Cell>
      <Cell />
      <CountCells counts={unit} />
      <Cell />
      <Cell />
      {act && <Cell />}
    </Row>
  )
  return (
    <Table caption={words.countsOf(unit.name)} captionHidden head={head} foot={foot} scrolls>
      {unit.departments.map((department) => (
        <Row key={department.id}>
          <Cell label={words.department} rowHead whole>
            <a href={sheetHref({ review, department: department.id, show: 'all' })}>{department.name}</a>
          </Cell>
          <Cell label={words.state}>
            <DepartmentStateLabel state={department.state} />
            {department.isLate && (
              <span className="ml-1">
                <StateLabel tone="attention">{words.late}</StateLabel>
              </span>
            )}
            {department.returnedReason && <span className="aside">{department.returnedReason}</span>}
          </Cell>
          <CountCells counts={department} />
          <Cell label={words.lastReminded}>{department.lastReminded ?? <Dash />}</Cell>
          <Cell label={words.certified}>{department.certified ?? <Dash />}</Cell>
          {act && (
            <Cell label={words.acts}>
              {(act === 'reopen' || department.isCertified) && (
                <a
                  href={`/reviews/${review}/${act}?department=${department.id}`}
                  className="whitespace-nowrap"
                >
                  {words[act]}
                  <span className="sr-only">{words.of(department.name)}</span>
                </a>
              )}
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  )
}
