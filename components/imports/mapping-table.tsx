import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { Empty } from '@/components/ui/empty'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { endMapping } from '@/lib/features/imports/mapping-actions'
import { mappingLabels as words } from '@/lib/labels/import-columns'

type ShownMapping = Record<'id' | 'name' | 'owner' | 'heads' | 'shared' | 'used', string> & { isOwn: boolean }

/** Remembered ways of reading; one's own can be given up. */
export function MappingTable({ mappings }: { mappings: ShownMapping[] }) {
  if (mappings.length === 0) return <Empty why={words.empty} todo={words.emptyTodo} />
  return (
    <Table
      caption={words.caption}
      captionHidden
      head={
        <Row>
          <HeadCell>{words.name}</HeadCell>
          <HeadCell>{words.shared}</HeadCell>
          <HeadCell>{words.owner}</HeadCell>
          <HeadCell>{words.heads}</HeadCell>
          <HeadCell>{words.used}</HeadCell>
          <HeadCell>{words.acts}</HeadCell>
        </Row>
      }
    >
      {mappings.map(({ id, name, owner, isOwn, heads, shared, used }) => (
        <Row key={id}>
          <Cell label={words.name} rowHead>
            {name}
          </Cell>
          <Cell label={words.shared}>{shared}</Cell>
          <Cell label={words.owner}>{owner}</Cell>
          <Cell label={words.heads}>{heads}</Cell>
          <Cell label={words.used}>{used}</Cell>
          <Cell label={words.acts}>
            {isOwn && (
              <Form action={endMapping} guarded={false}>
                <HiddenField name="id" value={id} />
                <SubmitButton kind="secondary">
                  {words.end}
                  <span className="sr-only">{words.endOf(name)}</span>
                </SubmitButton>
              </Form>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
