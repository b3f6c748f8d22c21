import { Section } from '@/components/ui/section'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { ShownOffline } from '@/lib/features/reviews/offline-schema'
import { offlineLabels as words, offlineProblemWords } from '@/lib/labels/offline'
import { answerLabels } from '@/lib/labels/review-sheet'

type OneRow = ShownOffline['rows'][number]
type OfflineRowsProps = {
  rows: readonly OneRow[]
  kind: 'answer' | 'stale' | 'refused'
  title: string
  total: number
}

/** The rows of one kind with the place in the workbook; what is wrong with each, and how to mend it. */
export function OfflineRows({ rows, kind, title, total }: OfflineRowsProps) {
  const shown = rows.filter((row) => row.kind === kind)
  if (shown.length === 0) return null
  const head = (
    <Row>
      <HeadCell>{words.place}</HeadCell>
      <HeadCell>{words.asset}</HeadCell>
      <HeadCell>{words.answer}</HeadCell>
      <HeadCell>{words.note}</HeadCell>
      {kind === 'refused' && <HeadCell>{words.what}</HeadCell>}
      {kind === 'stale' && <HeadCell>{words.was}</HeadCell>}
    </Row>
  )
  return (
    <Section id={kind} title={`${title}　${words.many(total)}`}>
      <Table caption={title} captionHidden head={head}>
        {shown.map((row) => (
          <Row key={row.place}>
            <Cell label={words.place}>{words.lineOf(row.sheet, row.line)}</Cell>
            <Cell rowHead label={words.asset}>
              {row.name ?? (row.number === null ? words.ofSchool : words.unknown)}
              {row.number !== null && <span className="aside">{`${words.number} ${row.number}`}</span>}
            </Cell>
            <Cell label={words.answer}>
              {row.answer === null ? words.noAnswer : answerLabels[row.answer]}
              {row.given.map(({ place, value }) => (
                <span key={place} className="aside">
                  {words.given(place, value ?? '')}
                </span>
              ))}
            </Cell>
            <Cell label={words.note}>{row.note}</Cell>
            {kind === 'refused' && (
              <Cell label={words.what}>
                {row.problems.map((problem) => (
                  <Problem key={`${problem.cell ?? ''} ${problem.code}`} {...problem} sheet={row.sheet} />
                ))}
              </Cell>
            )}
            {kind === 'stale' && (
              <Cell label={words.was}>{row.was === null ? words.unanswered : answerLabels[row.was]}</Cell>
            )}
          </Row>
        ))}
      </Table>
      {total > shown.length && <p className="mt-3">{words.more(total - shown.length)}</p>}
    </Section>
  )
}

function Problem({ cell, code, written, sheet }: OneRow['problems'][number] & { sheet: string }) {
  const said = offlineProblemWords[code]
  return (
    <span className="block">
      {cell !== undefined && <span className="aside">{words.cell(sheet, cell)}</span>}
      {said.what(written ?? '')}
      <span className="aside">{said.mend}</span>
    </span>
  )
}
