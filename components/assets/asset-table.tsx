import { Cell, HeadCell, Row, RowLink, Table } from '@/components/ui/table'
import { ZoneLabel } from '@/components/ui/zone-label'
import { Absent } from '@/components/ui/absent'
import type { PersonalData } from '@/lib/domain/asset'
import type { Level, SchemeFamily } from '@/lib/domain/scheme'
import { kindLabels, personalDataLabels } from '@/lib/labels/asset'
import { assetListLabels as words } from '@/lib/labels/asset-pages'
import { formatDateShort } from '@/lib/labels/dates'
import { AssetStateLabel } from './asset-head'
import { AssetLevels } from './asset-levels'

export type AssetTableRow = {
  number: string
  name: string
  state: string
  kindCode: string
  department: string
  zone: { label: string } | 'notApplicable' | 'notEntered'
  family: SchemeFamily
  levels: readonly Level[]
  confidentiality: string | null
  integrity: string | null
  availability: string | null
  importance: string | null
  personalData: string | null
  dataSubjects: string | null
  lastConfirmedOn: string | null
}
export type SortLink = { href: string; direction?: 'ascending' | 'descending' | undefined }
type AssetTableProps = {
  rows: AssetTableRow[]
  sorts: Record<'number' | 'name' | 'level' | 'updated', SortLink>
}

/** The ledger as a table; at 390 px each row is a card of labelled cells. */
export function AssetTable({ rows, sorts }: AssetTableProps) {
  const head = (
    <Row>
      <HeadCell numeric sort={{ ...sorts.number, name: words.number }}>
        {words.number}
      </HeadCell>
      <HeadCell sort={{ ...sorts.name, name: words.name }}>{words.name}</HeadCell>
      <HeadCell sort={{ ...sorts.level, name: words.levels }}>{words.levels}</HeadCell>
      <HeadCell>{words.zoneColumn}</HeadCell>
      <HeadCell>{words.departmentColumn}</HeadCell>
      <HeadCell>{words.personal}</HeadCell>
      <HeadCell>{words.state}</HeadCell>
      <HeadCell>{words.confirmed}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.caption} captionHidden head={head}>
      {rows.map((row) => (
        <Row key={row.number}>
          <Cell label={words.number} numeric>
            {row.number}
          </Cell>
          <Cell label={words.name} rowHead>
            <RowLink href={`/assets/${row.number}`}>{row.name}</RowLink>
            <span className="block text-14 font-normal text-gray-700">
              {kindLabels[row.kindCode as 'paper']}
            </span>
          </Cell>
          <Cell label={words.levels}>
            {isClassified(row) ? <AssetLevels {...row} codes={row} /> : <Absent kind="unclassified" />}
          </Cell>
          <Cell label={words.zoneColumn}>
            <ZoneLabel zone={row.zone} />
          </Cell>
          <Cell label={words.departmentColumn}>{row.department}</Cell>
          <Cell label={words.personal}>
            <PersonalCell row={row} />
          </Cell>
          <Cell label={words.state}>
            <AssetStateLabel state={row.state} />
          </Cell>
          <Cell label={words.confirmed}>{row.lastConfirmedOn && formatDateShort(row.lastConfirmedOn)}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function isClassified(row: AssetTableRow): boolean {
  return row.confidentiality !== null || row.importance !== null
}

function PersonalCell({ row }: { row: AssetTableRow }) {
  if (row.personalData === null) return <Absent kind="notEntered" />
  const label = personalDataLabels[row.personalData as PersonalData]
  if (row.personalData === 'none') return label
  const people = row.dataSubjects === null ? words.unknownSubjects : `${row.dataSubjects}${words.people}`
  return (
    <>
      {label}
      <span className="block text-14 text-gray-700">{people}</span>
    </>
  )
}
