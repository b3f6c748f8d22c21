import { whereOf } from '@/components/grants/grant-words'
import { Dash } from '@/components/ui/absent'
import { StateLabel } from '@/components/ui/state-label'
import { Cell, HeadCell, Row, RowLink, Table } from '@/components/ui/table'
import type { Role, ScopeKind } from '@/lib/domain/access'
import { addDays } from '@/lib/domain/calendar'
import { formatDateShort } from '@/lib/labels/dates'
import { employmentLabels } from '@/lib/labels/organization'
import { peopleLabels as words } from '@/lib/labels/people-pages'
import { roleLabels } from '@/lib/labels/roles'

type ListedGrant = {
  id: string
  role: Role
  scopeKind: ScopeKind
  department: string | null
  bureau: string | null
  executiveBody: string | null
  until: string | null
}
export type ListedPerson = {
  id: bigint
  loginId: string
  name: string
  kana: string | null
  employment: keyof typeof employmentLabels
  endedOn: string | null
  grants: ListedGrant[]
}

/** People with the roles that they hold now or will. */
export function PeopleTable({ people, today }: { people: ListedPerson[]; today: string }) {
  const head = (
    <Row>
      <HeadCell>{words.name}</HeadCell>
      <HeadCell>{words.loginId}</HeadCell>
      <HeadCell>{words.employment}</HeadCell>
      <HeadCell>{words.grants}</HeadCell>
      <HeadCell>{words.until}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.caption} captionHidden head={head}>
      {people.map((person) => (
        <Row key={person.loginId}>
          <Cell rowHead label={words.name}>
            <RowLink href={`/people/${person.id.toString()}`}>{person.name}</RowLink>{' '}
            {person.endedOn !== null && <StateLabel tone="closed">{words.endedPerson}</StateLabel>}
          </Cell>
          <Cell label={words.loginId}>{person.loginId}</Cell>
          <Cell label={words.employment}>{employmentLabels[person.employment]}</Cell>
          <Cell label={words.grants}>
            {person.grants.length === 0 && <span className="text-gray-700">{words.noGrant}</span>}
            {person.grants.map((grant) => (
              <div key={grant.id}>
                {whereOf(grant)} {roleLabels[grant.role]}
              </div>
            ))}
          </Cell>
          <Cell label={words.until}>
            {person.grants.length === 0 && <Dash />}
            {person.grants.map((grant) => (
              <div key={grant.id} className="whitespace-nowrap">
                <Until until={grant.until} today={today} />
              </div>
            ))}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function Until({ until, today }: { until: string | null; today: string }) {
  if (until === null) return <>{words.open}</>
  return (
    <>
      {formatDateShort(until)}{' '}
      {until <= addDays(today, 60) && <StateLabel tone="attention">{words.endsSoon}</StateLabel>}
    </>
  )
}
