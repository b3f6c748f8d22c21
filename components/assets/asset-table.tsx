import { HeadCell, Row, Table } from '@/components/ui/table'
import type { AssetState, KindCode, PersonalData } from '@/lib/domain/asset'
import type { Level, SchemeFamily } from '@/lib/domain/scheme'
import { assetStateLabels, kindLabels, personalDataLabels } from '@/lib/labels/asset'
import { assetListLabels as words } from '@/lib/labels/asset-pages'
import { formatDateShort } from '@/lib/labels/dates'
import { stateTones } from './asset-head'
import { badgesOf } from './asset-levels'
import { AssetRows, type RowLabels, type ShownRow } from './asset-rows'

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
  isProposed: boolean
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
      <HeadCell sort={{ ...sorts.level, name: words.levels }} note={words.levelsOrder}>
        {words.levels}
      </HeadCell>
      <HeadCell>{words.zoneColumn}</HeadCell>
      <HeadCell>{words.departmentColumn}</HeadCell>
      <HeadCell>{words.personal}</HeadCell>
      <HeadCell>{words.state}</HeadCell>
      <HeadCell>{words.confirmed}</HeadCell>
    </Row>
  )
  return (
    <div className="md:[&_tbody_th]:min-w-64">
      {/* On cards there is no head that says it. */}
      <p className="mb-3 text-14 text-gray-700 md:hidden">{words.levelsLegend}</p>
      <Table caption={words.caption} captionHidden head={head}>
        <AssetRows rows={rows.map(inWords)} labels={labels} />
      </Table>
    </div>
  )
}

const labels: RowLabels = {
  number: words.number,
  name: words.name,
  levels: words.levels,
  zone: words.zoneColumn,
  department: words.departmentColumn,
  personal: words.personal,
  state: words.state,
  confirmed: words.confirmed,
}

function inWords(row: AssetTableRow): ShownRow {
  return {
    number: row.number,
    name: row.name,
    kind: kindLabels[row.kindCode as KindCode],
    levels: badgesOf({ ...row, codes: row }),
    zone: row.zone,
    department: row.department,
    personal: row.personalData && personalDataLabels[row.personalData as PersonalData],
    people: peopleOf(row),
    state: assetStateLabels[row.state as AssetState],
    tone: stateTones[row.state as AssetState],
    proposed: row.isProposed ? words.waitsForApproval : null,
    confirmed: row.lastConfirmedOn && formatDateShort(row.lastConfirmedOn),
  }
}

function peopleOf({ personalData, dataSubjects }: AssetTableRow): string | null {
  if (personalData === null || personalData === 'none') return null
  return dataSubjects === null ? words.unknownSubjects : `${dataSubjects}${words.people}`
}
