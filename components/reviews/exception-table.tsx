import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { ShownSheetRow } from '@/lib/features/reviews/sheet-schema'
import { certifyLabels, sheetLabels as words } from '@/lib/labels/review-sheet'

/** Every answer that is not 変更なし, with what was submitted for it. */
export function ExceptionTable({ rows }: { rows: ShownSheetRow[] }) {
  const head = (
    <Row>
      <HeadCell numeric>{words.number}</HeadCell>
      <HeadCell>{words.name}</HeadCell>
      <HeadCell>{words.answer}</HeadCell>
      <HeadCell>{words.note}</HeadCell>
    </Row>
  )
  return (
    <Table caption={certifyLabels.exceptions} captionHidden head={head}>
      {rows.map((row) => (
        <Row key={row.number}>
          <Cell label={words.number} numeric>
            {row.number}
          </Cell>
          <Cell label={words.name} rowHead>
            {row.name}
          </Cell>
          <Cell label={words.answer}>
            {row.said ?? words.notAnswered}
            {row.proposal && (
              <>
                {'　'}
                <a href={row.proposal.href}>
                  {row.proposal.state}
                  <span className="sr-only">{words.of(row.name)}</span>
                </a>
              </>
            )}
            {row.to && <span className="aside">{row.to}</span>}
          </Cell>
          <Cell label={words.note}>{row.note}</Cell>
        </Row>
      ))}
    </Table>
  )
}
