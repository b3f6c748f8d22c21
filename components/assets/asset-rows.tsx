'use client'
import { Absent, type AbsentKind } from '@/components/ui/absent'
import { LevelBadge, type LevelBadgeProps } from '@/components/ui/level-badge'
import { StateLabel, type StateTone } from '@/components/ui/state-label'
import { Cell, Row, RowLink } from '@/components/ui/table'
import { ZoneLabel } from '@/components/ui/zone-label'

/** A row in words: texts and a few numbers. */
export type ShownRow = {
  number: string
  name: string
  kind: string
  levels: LevelBadgeProps[]
  zone: { label: string } | AbsentKind
  department: string
  personal: string | null
  people: string | null
  state: string
  tone: StateTone
  confirmed: string | null
}
export type RowLabels = Record<
  'number' | 'name' | 'levels' | 'zone' | 'department' | 'personal' | 'state' | 'confirmed',
  string
>

/**
 * The rows of the ledger. A client component without any behaviour: a page then carries fifty rows as texts, and not
 * as 1,500 elements beside the HTML of the same 1,500 (docs/bench.md: half of the page, a third of the server's time).
 */
export function AssetRows({ rows, labels }: { rows: ShownRow[]; labels: RowLabels }) {
  return rows.map((row) => (
    <Row key={row.number}>
      <Cell label={labels.number} numeric>
        {row.number}
      </Cell>
      <Cell label={labels.name} rowHead>
        <RowLink href={`/assets/${row.number}`}>{row.name}</RowLink>
        <span className="block text-14 font-normal text-gray-700">{row.kind}</span>
      </Cell>
      <Cell label={labels.levels}>
        {row.levels.length === 0 ? (
          <Absent kind="unclassified" />
        ) : (
          <span className="inline-flex gap-1">
            {row.levels.map((level) => (
              <LevelBadge key={level.name} {...level} />
            ))}
          </span>
        )}
      </Cell>
      <Cell label={labels.zone}>
        <ZoneLabel zone={row.zone} />
      </Cell>
      <Cell label={labels.department}>{row.department}</Cell>
      <Cell label={labels.personal}>
        {row.personal ?? <Absent kind="notEntered" />}
        {row.people && <span className="block text-14 whitespace-nowrap text-gray-700">{row.people}</span>}
      </Cell>
      <Cell label={labels.state}>
        <StateLabel tone={row.tone}>{row.state}</StateLabel>
      </Cell>
      <Cell label={labels.confirmed}>{row.confirmed}</Cell>
    </Row>
  ))
}
