import { HeatCell } from './heat-cell'
import { HeatLegend } from './heat-legend'
import { cellHref } from '@/lib/features/dashboard/search-schema'
import { MatrixLevel } from './matrix-level'
import { CountLink } from './count-link'
import { Section } from '@/components/ui/section'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { Absent } from '@/components/ui/absent'
import { heatOf, heatSteps, type LevelMatrix, type MatrixRow } from '@/lib/domain/level-matrix'
import { dashboardLabels as words } from '@/lib/labels/dashboard'
import { levelOfRow, zoneOfColumn } from '@/lib/labels/dashboard-cells'

/** Levels × zones with every total; each number opens exactly the assets it counts. */
export function MatrixTable({ matrix }: { matrix: LevelMatrix }) {
  const { family, columns, rows, columnTotals, total } = matrix
  const steps = heatSteps(Math.max(0, ...rows.flatMap((row) => row.counts)))
  const nameOf = (row: MatrixRow, at: number, count: number) => {
    const column = columns[at]
    return words.cellName(levelOfRow(family, row), column ? zoneOfColumn(column) : '', count)
  }
  return (
    <Section id={family} title={words.matrix[family]} lead={words.matrixLead[family]}>
      <p className="mb-1 text-14 text-gray-700 md:hidden print:hidden">{words.scrollHint}</p>
      <Table
        caption={words.matrixCaption[family]}
        captionHidden
        scrolls
        staysTable
        head={
          <Row>
            <HeadCell>{words.levelHead[family]}</HeadCell>
            {columns.map((column) => (
              <HeadCell key={column.zone} numeric>
                {column.label ?? (
                  <Absent kind={column.zone === 'notApplicable' ? 'notApplicable' : 'notEntered'} />
                )}
              </HeadCell>
            ))}
            <HeadCell numeric>{words.rowTotal}</HeadCell>
          </Row>
        }
        foot={
          <Row>
            <Cell rowHead>{words.columnTotal}</Cell>
            {columns.map((column, at) => (
              <Cell key={column.zone} numeric>
                <CountLink
                  count={columnTotals[at] ?? 0}
                  href={cellHref(matrix, null, column.zone)}
                  name={words.cellName(words.columnTotal, zoneOfColumn(column), columnTotals[at] ?? 0)}
                />
              </Cell>
            ))}
            <Cell numeric>
              <CountLink count={total} href={cellHref(matrix, null, null)} />
            </Cell>
          </Row>
        }
      >
        {rows.map((row) => (
          <Row key={`${row.scheme?.code ?? ''}-${row.level?.code ?? ''}`}>
            <Cell rowHead>
              <MatrixLevel family={family} row={row} />
            </Cell>
            {columns.map((column, at) => (
              <Cell key={column.zone} numeric>
                <HeatCell
                  count={row.counts[at] ?? 0}
                  heat={heatOf(row.counts[at] ?? 0, steps)}
                  href={cellHref(matrix, row, column.zone)}
                  name={nameOf(row, at, row.counts[at] ?? 0)}
                />
              </Cell>
            ))}
            <Cell numeric>
              <CountLink
                count={row.total}
                href={cellHref(matrix, row, null)}
                name={words.cellName(levelOfRow(family, row), words.rowTotal, row.total)}
              />
            </Cell>
          </Row>
        ))}
      </Table>
      <HeatLegend steps={steps} />
    </Section>
  )
}
