import { Form } from '@/components/form/form'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { Role, ScopeKind } from '@/lib/domain/access'
import type { RenewalObstacle } from '@/lib/domain/grant-renewal'
import { formatDateShort } from '@/lib/labels/dates'
import { renewalLabels as words, renewalObstacleLabels } from '@/lib/labels/people-pages'
import { roleLabels } from '@/lib/labels/roles'
import type { GrantAction } from './end-grant'
import { whereOf } from './grant-words'
import { RenewalAct } from './renewal-act'
import { RenewalBox } from './renewal-box'

export type RenewalRow = {
  id: bigint
  version: number
  personId: bigint
  name: string
  role: Role
  scopeKind: ScopeKind
  department: string | null
  bureau: string | null
  executiveBody: string | null
  until: string
  obstacle: RenewalObstacle | null
}

/** Roles that end with the fiscal year, all ticked; a row that can't be renewed says why. `until`: the new last day. */
export function RenewalForm({
  action,
  rows,
  until,
}: {
  action: GrantAction
  rows: RenewalRow[]
  until: string
}) {
  const head = (
    <Row>
      <HeadCell>{words.choose}</HeadCell>
      <HeadCell>{words.person}</HeadCell>
      <HeadCell>{words.role}</HeadCell>
      <HeadCell>{words.where}</HeadCell>
      <HeadCell>{words.until}</HeadCell>
    </Row>
  )
  return (
    <Form action={action} fieldNames={{ grants: words.choose }} guarded={false}>
      <div id="field-grants" tabIndex={-1}>
        <Table caption={words.caption} captionHidden head={head}>
          {rows.map((row) => (
            <Row key={row.id.toString()}>
              <Cell label={words.choose}>
                {row.obstacle ? (
                  <span className="text-14">{renewalObstacleLabels[row.obstacle]}</span>
                ) : (
                  <RenewalBox
                    name={`grant-${row.id.toString()}`}
                    value={String(row.version)}
                    label={words.chooseRow(row.name, roleLabels[row.role])}
                  />
                )}
              </Cell>
              <Cell rowHead label={words.person}>
                <a href={`/people/${row.personId.toString()}`}>{row.name}</a>
              </Cell>
              <Cell label={words.role}>
                <span className="md:whitespace-nowrap">{roleLabels[row.role]}</span>
              </Cell>
              <Cell label={words.where}>{whereOf(row)}</Cell>
              <Cell label={words.until}>{formatDateShort(row.until)}</Cell>
            </Row>
          ))}
        </Table>
      </div>
      {rows.some((row) => row.obstacle === null) && <RenewalAct until={until} />}
    </Form>
  )
}
