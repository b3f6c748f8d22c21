import { CountLink } from './count-link'
import { ledgerHref } from '@/lib/features/dashboard/search-schema'
import { Section } from '@/components/ui/section'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { DashboardFigures, FigureLine } from '@/lib/features/dashboard/schema'
import { dashboardLabels as words } from '@/lib/labels/dashboard'

type Cut = 'category' | 'body' | 'department'

/** Who answers for them: by 組織区分, by 議会・執行機関, by 部局. */
export function Breakdown({
  categories,
  bodies,
  bureaus,
}: Pick<DashboardFigures, 'categories' | 'bodies' | 'bureaus'>) {
  return (
    <Section id="breakdown" title={words.breakdown}>
      <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-2 print:grid-cols-2">
        <div className="grid gap-8">
          <Lines cut="category" title={words.categories} lines={categories} />
          <Lines cut="body" title={words.bodies} lines={bodies} />
        </div>
        <Lines cut="department" title={words.bureaus} lines={bureaus} />
      </div>
    </Section>
  )
}

const isCountedByDay = (line: FigureLine) => line.unconfirmed !== undefined

function Lines({ cut, title, lines }: { cut: Cut; title: string; lines: FigureLine[] }) {
  return (
    <Table
      caption={title}
      staysTable
      head={
        <Row>
          <HeadCell>{title}</HeadCell>
          <HeadCell numeric>{words.active}</HeadCell>
          <HeadCell numeric>{words.drafting}</HeadCell>
          {lines.some(isCountedByDay) && <HeadCell numeric>{words.unconfirmedColumn}</HeadCell>}
        </Row>
      }
    >
      {lines.map(({ code, label, active, drafts, unconfirmed }) => (
        <Row key={code}>
          <Cell rowHead>{label}</Cell>
          <Cell numeric>
            <CountLink
              count={active}
              href={ledgerHref({ state: ['active'], [cut]: code })}
              name={words.cellName(label, words.active, active)}
            />
          </Cell>
          <Cell numeric>
            <CountLink
              count={drafts}
              href={ledgerHref({ state: ['draft'], [cut]: code })}
              name={words.cellName(label, words.drafting, drafts)}
            />
          </Cell>
          {unconfirmed !== undefined && (
            <Cell numeric>
              <CountLink
                count={unconfirmed}
                href={ledgerHref({ unconfirmed: '1', [cut]: code })}
                name={words.cellName(label, words.unconfirmedColumn, unconfirmed)}
              />
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  )
}
