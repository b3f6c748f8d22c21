import { Section } from '@/components/ui/section'
import type { Report } from '@/lib/features/reviews/report-schema'
import { questionLabels } from '@/lib/labels/review-questions'
import { reportLabels as words } from '@/lib/labels/review-report'
import type { ShownSchemeChanges } from '@/lib/features/reviews/reclassification-schema'
import { SchemeChanges } from './scheme-changes'
import { BulkShares, GivenTable, StatementTexts } from './report-more'
import { AnswerTotals, LevelChanges, ReportAssets, Statements } from './report-tables'

const number = new Intl.NumberFormat('ja-JP')

/** The completion report: figures first, then names, then who answers for it. Made to be printed. */
export function ReportPage({
  report,
  changes: schemeChanges,
}: {
  report: Report
  changes: ShownSchemeChanges | null
}) {
  const { changes, disposed, added, late, reopened } = report
  return (
    <>
      <Section id="totals" title={words.totals} action={report.bulk > 0 && words.bulk(report.bulk)}>
        <AnswerTotals answers={report.answers} />
      </Section>
      <Section id="bulks" title={words.bulks}>
        <BulkShares bulks={report.bulks} />
      </Section>
      <Section id="levels" title={words.levels}>
        <LevelChanges levels={report.levels} />
      </Section>
      <SchemeChanges changes={schemeChanges} />
      <Section id="changes" title={words.changes}>
        {changes.length === 0 ? (
          <p>{words.noChanges}</p>
        ) : (
          <ul className="list-disc pl-5">
            {changes.map(({ name, rows }) => (
              <li key={name}>{words.change(name, number.format(rows))}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="disposed" title={words.disposed}>
        {disposed.length === 0 ? (
          <p>{words.noDisposed}</p>
        ) : (
          <ReportAssets caption={words.disposed} assets={disposed} />
        )}
      </Section>
      <Section id="added" title={words.added}>
        {added.length === 0 ? <p>{words.noAdded}</p> : <ReportAssets caption={words.added} assets={added} />}
      </Section>
      <Section id="late" title={words.late}>
        {late.length === 0 ? (
          <p>{words.noLate}</p>
        ) : (
          <ul className="list-disc pl-5">
            {late.map(({ name, bureau }) => (
              <li key={`${bureau} ${name}`}>{bureau === name ? name : `${bureau}　${name}`}</li>
            ))}
          </ul>
        )}
      </Section>
      {report.given.length > 0 && (
        <Section id="given" title={questionLabels.section}>
          <GivenTable given={report.given} />
        </Section>
      )}
      <Section id="statements" title={words.statements}>
        <StatementTexts texts={report.texts} />
        <Statements statements={report.statements} />
      </Section>
      {reopened.length > 0 && (
        <Section id="reopened" title={words.reopened}>
          <ul className="list-disc pl-5">
            {reopened.map(({ name, when, reason }) => (
              <li key={name}>
                {name}　{when}　{reason}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
