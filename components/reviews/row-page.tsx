import { Dash } from '@/components/ui/absent'
import { Description, DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { ZoneLabel } from '@/components/ui/zone-label'
import type { ShownSheet, ShownSheetRow } from '@/lib/features/reviews/sheet-schema'
import { assetFieldLabels } from '@/lib/labels/asset'
import { questionLabels } from '@/lib/labels/review-questions'
import { axisLabels } from '@/lib/labels/scheme'
import type { LevelAxis } from '@/lib/domain/scheme'
import { reviewRowLabels as words, sheetLabels } from '@/lib/labels/review-sheet'
import { reclassificationLabels } from '@/lib/labels/scheme-mapping'
import { BecomesLevels } from './becomes-levels'
import { Disown } from './disown'
import { GivenList, QuestionForm } from './question-fields'
import { RowAnswer } from './row-answer'

export type RowPageProps = {
  sheet: ShownSheet
  row: ShownSheetRow
  /** The day of the opening in words. */
  opened: string
  /** Where and how it is kept today. */
  kept: { name: 'medium' | 'storageLocation' | 'outsourcedTo'; value: string | null }[]
  facts: { personal: string | null; people: string | null; confirmed: string | null }
  levels: { axis: LevelAxis; name: string; criterion: string }[]
  log: { when: string; what: string; who: string }[]
  /** Who had it before: departments of today. */
  earlier: { code: string; name: string }[]
}

/** One asset of a sheet, opened: what to look at, what was frozen, the answer, and how it was answered before. */
export function RowPage({ sheet, row, opened, facts, kept, levels, log, earlier }: RowPageProps) {
  return (
    <>
      {sheet.certified !== null && (
        <Notice kind="warn" title={sheet.certified}>
          {sheet.mayAnswer && sheetLabels.certifiedNote}
        </Notice>
      )}
      {row.marks.length > 0 && (
        <Notice kind="warn" title={sheetLabels.findings}>
          <ul className="list-disc pl-5">
            {row.marks.map((mark) => (
              <li key={mark}>{mark}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Section id="frozen" title={words.frozen} lead={words.frozenLead(opened)}>
        <DescriptionList>
          <Description term={words.kind}>{row.kind}</Description>
          <Description term={sheetLabels.zone}>
            <ZoneLabel zone={row.zone} />
          </Description>
          {levels.map(({ axis, name, criterion }) => (
            <Description key={axis} term={axisLabels[axis]}>
              {name}
              {criterion && <span className="block text-14 text-gray-700">{criterion}</span>}
            </Description>
          ))}
          {row.becomes && (
            <Description term={reclassificationLabels.becomes}>
              <BecomesLevels becomes={row.becomes} />
            </Description>
          )}
          <Description term={words.personal}>{facts.personal ?? <Dash />}</Description>
          <Description term={words.people}>{facts.people ?? <Dash />}</Description>
          <Description term={words.lastConfirmed}>{facts.confirmed ?? <Dash />}</Description>
        </DescriptionList>
      </Section>
      <Section id="kept" title={words.kept} action={<a href={`/assets/${row.number}`}>{words.now}</a>}>
        <DescriptionList>
          {kept.map(({ name, value }) => (
            <Description key={name} term={assetFieldLabels[name]}>
              {value ?? <Dash />}
            </Description>
          ))}
        </DescriptionList>
      </Section>
      <Section id="answer" title={words.answerTitle}>
        <p className="mb-4">
          <span className="mr-4 font-bold">{row.said ?? sheetLabels.notAnswered}</span>
          {row.by && <span className="text-14 text-gray-700">{row.by}</span>}
          {row.proposal && (
            <a href={row.proposal.href} className="ml-4">
              {sheetLabels.seeProposal}（{row.proposal.state}）
            </a>
          )}
        </p>
        {sheet.mayAnswer ? <RowAnswer sheet={sheet} row={row} /> : row.note && <p>{row.note}</p>}
      </Section>
      {row.questions.length > 0 && (
        <Section id="questions" title={questionLabels.ofRow}>
          {sheet.mayAnswer ? (
            <QuestionForm
              review={sheet.review.id}
              department={sheet.department.id}
              number={row.number}
              questions={row.questions}
            />
          ) : (
            <GivenList questions={row.questions} />
          )}
        </Section>
      )}
      {row.links && <Disown review={sheet.review.id} row={row} earlier={earlier} />}
      <Section id="log" title={words.log}>
        {log.length === 0 ? (
          <p>{words.logEmpty}</p>
        ) : (
          <ol className="grid gap-1">
            {log.map((line, at) => (
              <li key={`${line.when}-${String(log.length - at)}`} className="flex flex-wrap gap-x-4">
                <span className="text-14 text-gray-700">{line.when}</span>
                <span>{line.what}</span>
                <span className="text-14 text-gray-700">{line.who}</span>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  )
}
