import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { certifyDepartment } from '@/lib/features/reviews/actions'
import { sheetHref } from '@/lib/features/reviews/search-schema'
import type { ShownSheet, ShownSheetRow } from '@/lib/features/reviews/sheet-schema'
import { certifyLabels as words } from '@/lib/labels/review-sheet'
import { questionLabels } from '@/lib/labels/review-questions'
import { ExceptionTable } from './exception-table'
import { GivenToRows } from './given-to-rows'
import { GivenList } from './question-fields'
import { SheetCountsLine } from './sheet-counts'

type Named = { number: string; name: string }
export type CertifyPageProps = {
  sheet: ShownSheet
  exceptions: ShownSheetRow[]
  hash: string
  statement: string
  waiting: number
  additions: Named[]
  changed: Named[]
  /** What was answered for the assets: counted in words, and the assets themselves as far as a page holds them. */
  givenToRows: { lines: string[]; rows: ShownSheetRow[]; hasMore: boolean }
  /** In whose post a deputy certifies; null in one's own. */
  certifiesFor: string | null
  /** Who certifies. */
  name: string
}

/** What the head answers for, the city's statement, and one button. */
export function CertifyPage({
  sheet,
  exceptions,
  waiting,
  additions,
  changed,
  givenToRows,
  ...certified
}: CertifyPageProps) {
  const { counts, review, department } = sheet
  const blockers = [
    ...(['none', 'unsettled'] as const)
      .filter((each) => counts[each] > 0)
      .map((each) => words.blocker[each](counts[each])),
    ...(sheet.missing === '' ? [] : [sheet.missing]),
  ]
  const others = counts.rows - counts.unchanged - exceptions.length
  return (
    <>
      {blockers.length > 0 && (
        <Notice kind="warn" title={words.blockers}>
          {blockers.join('。')}
        </Notice>
      )}
      {waiting > 0 && (
        <Notice kind="info" title={words.waiting(waiting)}>
          <a href="/inbox">{words.seeWaiting}</a>
        </Notice>
      )}
      <SheetCountsLine counts={counts} />
      {counts.bulk > 0 && <p className="mb-4">{words.bulk(counts.bulk)}</p>}
      <Section id="exceptions" title={words.exceptions}>
        {exceptions.length === 0 ? <p>{words.noExceptions}</p> : <ExceptionTable rows={exceptions} />}
        {others > 0 && (
          <p className="mt-3">
            <a href={sheetHref({ review: review.id, department: department.id, show: 'changed' })}>
              {words.otherExceptions(others)}
            </a>
          </p>
        )}
      </Section>
      {sheet.questions.length > 0 && (
        <Section id="questions" title={questionLabels.section}>
          <GivenList questions={sheet.questions} />
        </Section>
      )}
      <GivenToRows
        {...givenToRows}
        sheetHref={sheetHref({ review: review.id, department: department.id, show: 'all' })}
      />
      <NamedAssets id="additions" title={words.additions} assets={additions} />
      <NamedAssets id="changed" title={words.changedSince} assets={changed} />
      <Section id="statement" title={words.statement}>
        {sheet.certified === null && blockers.length === 0 && sheet.mayCertify ? (
          <Statement sheet={sheet} {...certified} />
        ) : (
          <>
            {sheet.certified !== null && <p className="mb-3">{sheet.certified}</p>}
            <ButtonLink kind="secondary" href={sheetHref({ review: review.id, department: department.id })}>
              {words.toSheet}
            </ButtonLink>
          </>
        )}
      </Section>
    </>
  )
}

type StatementProps = Pick<CertifyPageProps, 'sheet' | 'hash' | 'statement' | 'certifiesFor' | 'name'>

function Statement({ sheet, hash, statement, certifiesFor, name }: StatementProps) {
  return (
    <>
      <blockquote className="mb-4 max-w-3xl border-l-8 border-gray-420 bg-gray-50 px-5 py-4 text-18">
        {statement}
      </blockquote>
      <p className="mb-4">{words.as(name, sheet.department.name, certifiesFor)}</p>
      <Form action={certifyDepartment} guarded={false}>
        <HiddenField name="review" value={sheet.review.id} />
        <HiddenField name="department" value={sheet.department.id} />
        <HiddenField name="hash" value={hash} />
        <SubmitButton>{words.certify}</SubmitButton>
      </Form>
    </>
  )
}

function NamedAssets({ id, title, assets }: { id: string; title: string; assets: Named[] }) {
  if (assets.length === 0) return null
  return (
    <Section id={id} title={title}>
      <ul className="grid gap-1">
        {assets.map(({ number, name }) => (
          <li key={number}>
            <a href={`/assets/${number}`}>{name}</a>
            <span className="ml-3 text-14 text-gray-700">{number}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
