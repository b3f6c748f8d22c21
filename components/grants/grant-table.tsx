import { Dash } from '@/components/ui/absent'
import { StateLabel, type StateTone } from '@/components/ui/state-label'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { Role, ScopeKind } from '@/lib/domain/access'
import { formatDateShort } from '@/lib/labels/dates'
import { grantFormLabels } from '@/lib/labels/people-forms'
import { peopleLabels, personLabels as words } from '@/lib/labels/people-pages'
import { roleLabels } from '@/lib/labels/roles'
import { EndGrant, type GrantAction } from './end-grant'
import { whereOf } from './grant-words'

export type ShownGrant = {
  id: string
  version: number
  role: Role
  scopeKind: ScopeKind
  department: string | null
  bureau: string | null
  executiveBody: string | null
  validFrom: string
  until: string | null
  endedOn: string | null
  grantedBy: string | null
}

type GrantTableProps = {
  grants: ShownGrant[]
  person: string
  today: string
  /** What ends a role; absent: the viewer may end none. */
  endGrant?: GrantAction | undefined
  /** The roles that the viewer may end. */
  endable: readonly Role[]
}

/** Every role that a person has or had, each with the button that ends it. */
export function GrantTable({ grants, person, today, endGrant, endable }: GrantTableProps) {
  const head = (
    <Row>
      <HeadCell>{peopleLabels.role}</HeadCell>
      <HeadCell>{words.where}</HeadCell>
      <HeadCell>{words.period}</HeadCell>
      <HeadCell>{words.grantedBy}</HeadCell>
      <HeadCell>{words.state}</HeadCell>
      {endGrant && <HeadCell>{words.act}</HeadCell>}
    </Row>
  )
  return (
    <Table caption={words.grantsCaption} captionHidden head={head}>
      {grants.map((grant) => {
        const state = stateOf(grant, today)
        const [role, where] = [roleLabels[grant.role], whereOf(grant)]
        return (
          <Row key={grant.id}>
            <Cell rowHead label={peopleLabels.role}>
              {role}
            </Cell>
            <Cell label={words.where}>{where}</Cell>
            <Cell label={words.period}>{periodOf(grant)}</Cell>
            <Cell label={words.grantedBy}>{grant.grantedBy ?? <Dash />}</Cell>
            <Cell label={words.state}>
              <StateLabel tone={tones[state]}>{words.states[state]}</StateLabel>
            </Cell>
            {endGrant && (
              <Cell label={words.act}>
                {state !== 'past' && endable.includes(grant.role) ? (
                  <EndGrant
                    action={endGrant}
                    grant={grant.id}
                    version={grant.version}
                    person={person}
                    name={grantFormLabels.endOf(role, where)}
                  />
                ) : (
                  <Dash />
                )}
              </Cell>
            )}
          </Row>
        )
      })}
    </Table>
  )
}

type State = keyof typeof words.states
const tones: Record<State, StateTone> = { active: 'active', future: 'waiting', past: 'closed' }

function stateOf({ validFrom, until, endedOn }: ShownGrant, today: string): State {
  if ((endedOn !== null && endedOn <= today) || (until !== null && until < today)) return 'past'
  return validFrom > today ? 'future' : 'active'
}

function periodOf({ validFrom, until, endedOn }: ShownGrant): string {
  const end = endedOn ?? until
  return words.fromTo(formatDateShort(validFrom), end === null ? peopleLabels.open : formatDateShort(end))
}
