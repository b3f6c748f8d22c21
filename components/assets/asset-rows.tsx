'use client'
import { Absent, type AbsentKind } from '@/components/ui/absent'
import { LevelBadge, type LevelBadgeProps } from '@/components/ui/level-badge'
import { StateLabel, type StateTone } from '@/components/ui/state-label'
import { Cell, Row, RowLink } from '@/components/ui/table'

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
  /** The word for a change that waits for approval, where there is one. */
  proposed: string | null
  confirmed: string | null
}
export type RowLabels = Record<
  'number' | 'name' | 'levels' | 'zone' | 'department' | 'personal' | 'state' | 'confirmed',
  string
>

/**
 * The rows of the ledger. A client component without any behaviour: a page then carries its rows as texts, and not
 * as elements beside the HTML of the same (docs/bench.md: half of the page, a third of the server's time).
 */
export function AssetRows({ rows, labels }: { rows: ShownRow[]; labels: RowLabels }) {
  return rows.map((row) => (
    <Row key={row.number}>
      <Cell label={labels.number} numeric>
        {row.number}
      </Cell>
      <Cell label={labels.name} rowHead>
        <RowLink href={`/assets/${row.number}`}>{row.name}</RowLink>
        <span className="aside">{row.kind}</span>
      </Cell>
      <Cell label={labels.levels}>
        {row.levels.length === 0 ? (
          <Absent kind="unclassified" />
        ) : (
          row.levels.map((level) => <LevelBadge key={level.name} {...level} />)
        )}
      </Cell>
      <Cell label={labels.zone}>
        {typeof row.zone === 'string' ? <Absent kind={row.zone} /> : row.zone.label}
      </Cell>
      <Cell label={labels.department}>{row.department}</Cell>
      <Cell label={labels.personal}>
        {row.personal ?? <Absent kind="notEntered" />}
        {row.people && <span className="aside whitespace-nowrap">{row.people}</span>}
      </Cell>
      <Cell label={labels.state}>
        <StateLabel tone={row.tone}>{row.state}</StateLabel>
        {row.proposed && <span className="aside">{row.proposed}</span>}
      </Cell>
      <Cell label={labels.confirmed}>{row.confirmed}</Cell>
    </Row>
  ))
}
