import { CountLink } from './count-link'
import { ledgerHref } from '@/lib/features/dashboard/search-schema'
import { Absent, Dash } from '@/components/ui/absent'
import { Section } from '@/components/ui/section'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { DashboardFigures } from '@/lib/features/dashboard/schema'
import { personalDataLabels } from '@/lib/labels/asset'
import { dashboardLabels as words, peopleInWords } from '@/lib/labels/dashboard'

const order = ['specific', 'sensitive', 'personal', 'none', null] as const
type Line = DashboardFigures['personal'][number]

/** By kind of personal data: how many assets, how many people, and for how many assets nobody knows. */
export function PersonalTable({ personal }: { personal: Line[] }) {
  const lines = order.map(
    (kind) => personal.find((line) => line.kind === kind) ?? { kind, assets: 0, people: 0, unknown: 0 },
  )
  const holding = lines.filter((line) => line.kind !== null && line.kind !== 'none')
  const total = (of: (line: Line) => number) => holding.reduce((sum, line) => sum + of(line), 0)
  return (
    <Section id="personal" title={words.personal} lead={words.personalLead}>
      <p className="mb-1 text-14 text-gray-700 md:hidden print:hidden">{words.scrollHint}</p>
      <Table
        caption={words.personalCaption}
        captionHidden
        scrolls
        staysTable
        head={
          <Row>
            <HeadCell>{words.personalKind}</HeadCell>
            <HeadCell numeric>{words.assets}</HeadCell>
            <HeadCell numeric>{words.people}</HeadCell>
            <HeadCell numeric>{words.peopleUnknown}</HeadCell>
          </Row>
        }
        foot={
          <Row>
            <Cell rowHead>{words.personalTotal}</Cell>
            <Cell numeric>
              <CountLink
                count={total((line) => line.assets)}
                href={ledgerHref({ state: ['active'], personal: ['personal', 'sensitive', 'specific'] })}
              />
            </Cell>
            <Cell numeric>{peopleInWords(total((line) => line.people))}</Cell>
            <Cell numeric>{words.unknownCount(total((line) => line.unknown))}</Cell>
          </Row>
        }
      >
        {lines.map((line) => (
          <PersonalRow key={line.kind ?? 'null'} line={line} />
        ))}
      </Table>
    </Section>
  )
}

function PersonalRow({ line: { kind, assets, people, unknown } }: { line: Line }) {
  const hasPeople = kind !== null && kind !== 'none'
  return (
    <Row>
      <Cell rowHead>{kind === null ? <Absent kind="notEntered" /> : personalDataLabels[kind]}</Cell>
      <Cell numeric>
        <CountLink count={assets} href={ledgerHref({ state: ['active'], personal: [kind ?? 'null'] })} />
      </Cell>
      <Cell numeric>{hasPeople ? peopleInWords(people) : <Dash />}</Cell>
      <Cell numeric>{hasPeople ? words.unknownCount(unknown) : <Dash />}</Cell>
    </Row>
  )
}
