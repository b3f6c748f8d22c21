import { SelectRow } from '@/components/imports/select-row'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { ImportShow } from '@/lib/domain/import/import-state'
import { importRowHref } from '@/lib/features/imports/schema'
import type { ShownImportRow } from '@/lib/features/imports/shown-schema'
import { importShowLabels } from '@/lib/labels/import-pages'
import { previewLabels as words } from '@/lib/labels/import-preview'
import { RowRemarks } from './row-remarks'

type ImportRowsProps = { id: string; rows: ShownImportRow[]; show: ImportShow; isOpen: boolean }

/** Rows of a file with what would come of each; those that can't come in bear a box. */
export function ImportRows({ id, rows, show, isOpen }: ImportRowsProps) {
  const mayChoose = isOpen && (show === 'refused' || show === 'double')
  return (
    <Table
      caption={words.caption(importShowLabels[show])}
      captionHidden
      head={
        <Row>
          {mayChoose && (
            <HeadCell>
              <span className="sr-only">{words.select}</span>
            </HeadCell>
          )}
          <HeadCell>{words.place}</HeadCell>
          <HeadCell>{words.name}</HeadCell>
          <HeadCell>{words.department}</HeadCell>
          <HeadCell>{words.levels}</HeadCell>
          <HeadCell>{words.what}</HeadCell>
        </Row>
      }
    >
      {rows.map((row) => (
        <Row key={row.place}>
          {mayChoose && (
            <Cell>
              <SelectRow place={row.place} of={`${row.where} ${row.name ?? words.unnamed}`} />
            </Cell>
          )}
          <Cell label={words.place}>
            <span className="whitespace-nowrap">{words.lineNumber(row.line)}</span>
            <span className="aside">{row.sheet}</span>
          </Cell>
          <Cell label={words.name} rowHead>
            {row.name ?? <span className="text-gray-700">{words.unnamed}</span>}
            <span className="aside">
              <a href={importRowHref(id, row.place, show)}>
                {isOpen && row.kind === 'refused' ? words.rowLink : words.rowView}
                <span className="sr-only">（{row.where}）</span>
              </a>
            </span>
          </Cell>
          <Cell label={words.department}>{row.department}</Cell>
          <Cell label={words.levels}>
            {row.levels.map((level, at) => (
              <span key={level}>
                {at > 0 && ' '}
                <span className="whitespace-nowrap">{level}</span>
              </span>
            ))}
          </Cell>
          <Cell label={words.what}>
            <RowRemarks row={row} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
