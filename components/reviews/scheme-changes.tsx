import { Section } from '@/components/ui/section'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { ShownSchemeChanges } from '@/lib/features/reviews/reclassification-schema'
import { reclassificationLabels as words } from '@/lib/labels/scheme-mapping'
import { axisLabels } from '@/lib/labels/scheme'

const number = new Intl.NumberFormat('ja-JP')

/** From which level to which, axis by axis, and what is still under the earlier version. Nothing for a regular review. */
export function SchemeChanges({ changes }: { changes: ShownSchemeChanges | null }) {
  if (!changes) return null
  return (
    <Section
      id="scheme-changes"
      title={words.changesTitle}
      lead={words.changesLead(changes.from, changes.to)}
    >
      <Counts
        caption={words.changesTitle}
        name=""
        lines={changes.totals.map((line) => ({ ...line, key: line.name }))}
      />
      {changes.axes.length === 0 && <p className="mt-4">{words.noChanged}</p>}
      {changes.axes.map(({ axis, lines }) => (
        <div key={axis} className="mt-6">
          <h3 className="mb-2 text-18 font-bold">{axisLabels[axis]}</h3>
          <AxisTable caption={words.changesOf(axis)} lines={lines} />
        </div>
      ))}
      {changes.still.length > 0 && (
        <div className="mt-6">
          <h3 className="mb-2 text-18 font-bold">{words.stillIn}</h3>
          <Counts caption={words.stillIn} name={words.department} lines={changes.still} />
        </div>
      )}
    </Section>
  )
}

type Line = { key: string; name: string; rows: number }

function Counts({ caption, name, lines }: { caption: string; name: string; lines: Line[] }) {
  const head = (
    <Row>
      <HeadCell>{name === '' ? <span className="sr-only">{words.changesTitle}</span> : name}</HeadCell>
      <HeadCell numeric>{words.rows}</HeadCell>
    </Row>
  )
  return (
    <Table caption={caption} captionHidden head={head} staysTable>
      {lines.map(({ key, name: said, rows }) => (
        <Row key={key}>
          <Cell rowHead>{said}</Cell>
          <Cell numeric>{number.format(rows)}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function AxisTable({
  caption,
  lines,
}: {
  caption: string
  lines: ShownSchemeChanges['axes'][number]['lines']
}) {
  const head = (
    <Row>
      <HeadCell>{words.oldLevel}</HeadCell>
      <HeadCell>{words.newLevel}</HeadCell>
      <HeadCell numeric>{words.rows}</HeadCell>
    </Row>
  )
  return (
    <Table caption={caption} captionHidden head={head} staysTable>
      {lines.map(({ key, from, to, rows }) => (
        <Row key={key}>
          <Cell rowHead>{from}</Cell>
          <Cell>{to}</Cell>
          <Cell numeric>{number.format(rows)}</Cell>
        </Row>
      ))}
    </Table>
  )
}
