import { Empty } from '@/components/ui/empty'
import { Section } from '@/components/ui/section'
import { StateLabel } from '@/components/ui/state-label'
import { Cell, HeadCell, Row, RowLink, Table } from '@/components/ui/table'
import type { ImportState } from '@/lib/domain/import/import-state'
import { importListLabels as words, importStateLabels } from '@/lib/labels/import-pages'
import { importTones } from './import-head'

type OwnImport = { href: string; file: string; when: string; state: ImportState; result: string }

/** What somebody has brought in, or begun to, the newest first. */
export function OwnImports({ imports }: { imports: OwnImport[] }) {
  return (
    <Section id="own" title={words.own}>
      {imports.length === 0 ? (
        <Empty why={words.empty} todo={words.emptyTodo} />
      ) : (
        <Table
          caption={words.ownCaption}
          captionHidden
          head={
            <Row>
              <HeadCell>{words.ownFile}</HeadCell>
              <HeadCell>{words.ownState}</HeadCell>
              <HeadCell>{words.ownResult}</HeadCell>
              <HeadCell>{words.ownWhen}</HeadCell>
            </Row>
          }
        >
          {imports.map(({ href, file, when, state, result }) => (
            <Row key={href}>
              <Cell label={words.ownFile} rowHead>
                <RowLink href={href}>{file}</RowLink>
              </Cell>
              <Cell label={words.ownState}>
                <StateLabel tone={importTones[state]}>{importStateLabels[state]}</StateLabel>
              </Cell>
              <Cell label={words.ownResult}>{result}</Cell>
              <Cell label={words.ownWhen}>{when}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </Section>
  )
}
