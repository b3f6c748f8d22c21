import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { ShownSheetRow } from '@/lib/features/reviews/sheet-schema'
import { questionLabels as words, questionTargetLabels } from '@/lib/labels/review-questions'
import { certifyLabels, sheetLabels } from '@/lib/labels/review-sheet'

type GivenToRowsProps = {
  /** What was answered, counted, in words. */
  lines: string[]
  /** The assets for which something was answered, as far as a page holds them. */
  rows: ShownSheetRow[]
  /** There are more than these. */
  hasMore: boolean
  /** Where all of them stand. */
  sheetHref: string
}

/** What was answered for the assets: counted, and folded below it asset by asset. */
export function GivenToRows({ lines, rows, hasMore, sheetHref }: GivenToRowsProps) {
  if (lines.length === 0) return null
  const head = (
    <Row>
      <HeadCell numeric>{sheetLabels.number}</HeadCell>
      <HeadCell>{sheetLabels.name}</HeadCell>
      <HeadCell>{words.section}</HeadCell>
    </Row>
  )
  return (
    <Section id="questions-of-rows" title={certifyLabels.givenToRows(questionTargetLabels.asset)}>
      <ul className="mb-4 list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Disclosure summary={certifyLabels.eachGiven}>
        <Table caption={certifyLabels.eachGiven} captionHidden head={head}>
          {rows.map((row) => (
            <Row key={row.number}>
              <Cell label={sheetLabels.number} numeric>
                {row.number}
              </Cell>
              <Cell label={sheetLabels.name} rowHead>
                {row.name}
              </Cell>
              <Cell label={words.section}>
                {row.questions.map(({ place, label, said, file }) => (
                  <span key={place} className="block">
                    <span className="mr-3 text-14 text-gray-700">{label}</span>
                    {file ? <a href={file.href}>{file.name}</a> : (said ?? words.none)}
                  </span>
                ))}
              </Cell>
            </Row>
          ))}
        </Table>
        {hasMore && (
          <p className="mt-3">
            <a href={sheetHref}>{certifyLabels.moreGiven(rows.length)}</a>
          </p>
        )}
      </Disclosure>
    </Section>
  )
}
