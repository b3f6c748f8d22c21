import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { ShownRole } from '@/lib/features/imports/shown-schema'
import { rolesLabels as words } from '@/lib/labels/import-preview'

/** The lines of a file that are no data, so that nothing is lost unseen. */
export function RoleTable({ roles }: { roles: ShownRole[] }) {
  return (
    <Table
      caption={words.caption}
      captionHidden
      head={
        <Row>
          <HeadCell>{words.where}</HeadCell>
          <HeadCell>{words.role}</HeadCell>
          <HeadCell>{words.text}</HeadCell>
        </Row>
      }
    >
      {roles.map(({ key, where, role, text }) => (
        <Row key={key}>
          <Cell label={words.where} rowHead>
            {where}
          </Cell>
          <Cell label={words.role}>{role}</Cell>
          <Cell label={words.text}>{text}</Cell>
        </Row>
      ))}
    </Table>
  )
}
