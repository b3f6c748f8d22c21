import { Dash } from '@/components/ui/absent'
import { LevelBadge } from '@/components/ui/level-badge'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { StandardAssetEntry } from '@/lib/features/standard-assets/schema'
import { takeOutLabels } from '@/lib/labels/asset'
import { levelInWords } from '@/lib/labels/scheme'
import {
  standardAssetFields as fields,
  standardAssetLabels as words,
} from '@/lib/labels/standard-assets-pages'
import { zoneLabels } from '@/lib/labels/zones'

export type ShownStandardAsset = StandardAssetEntry & {
  id: bigint
  level: { label: string; rank: number; of: number }
}

/** The standard school ledger; with `mayEdit` each row has its way to the form. */
export function StandardAssetTable({ rows, mayEdit }: { rows: ShownStandardAsset[]; mayEdit: boolean }) {
  const head = (
    <Row>
      <HeadCell>{fields.name}</HeadCell>
      <HeadCell>{fields.importance}</HeadCell>
      <HeadCell>{fields.zoneCode}</HeadCell>
      <HeadCell>{fields.medium}</HeadCell>
      <HeadCell>{fields.storageLocation}</HeadCell>
      <HeadCell>{fields.userScope}</HeadCell>
      <HeadCell>{fields.takeOut}</HeadCell>
      <HeadCell>{fields.retention}</HeadCell>
      {mayEdit && <HeadCell>{words.act}</HeadCell>}
    </Row>
  )
  return (
    <Table caption={words.caption} captionHidden head={head}>
      {rows.map((row) => (
        <Row key={row.id.toString()}>
          <Cell rowHead label={fields.name}>
            {row.name}
          </Cell>
          <Cell label={fields.importance}>
            <LevelBadge
              code={row.level.label}
              name={levelInWords('education', 'importance', row.level.label)}
              rank={row.level.rank}
              of={row.level.of}
            />
          </Cell>
          <Cell label={fields.zoneCode}>{row.zoneCode ? zoneLabels[row.zoneCode] : <Dash />}</Cell>
          <Cell label={fields.medium}>{row.medium ?? <Dash />}</Cell>
          <Cell label={fields.storageLocation}>{row.storageLocation ?? <Dash />}</Cell>
          <Cell label={fields.userScope}>{row.userScope ?? <Dash />}</Cell>
          <Cell label={fields.takeOut}>{row.takeOut ? takeOutLabels[row.takeOut] : <Dash />}</Cell>
          <Cell label={fields.retention}>{row.retention ?? <Dash />}</Cell>
          {mayEdit && (
            <Cell label={words.act}>
              <a
                href={`/standard-ledger/${row.id.toString()}/edit`}
                aria-label={words.editOf(row.name)}
                className="whitespace-nowrap"
              >
                {words.edit}
              </a>
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  )
}
