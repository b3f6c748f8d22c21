import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import { sheetHref, sheetShows, type SheetShow } from '@/lib/features/reviews/search-schema'
import type { ShownSheet, ShownSheetRow } from '@/lib/features/reviews/sheet-schema'
import { questionLabels } from '@/lib/labels/review-questions'
import { sheetLabels as words } from '@/lib/labels/review-sheet'
import { AdoptRest } from './adopt-following'
import { AnswerSheet } from './answer-sheet'
import { GivenList, QuestionForm } from './question-fields'
import { RestUnchanged } from './rest-unchanged'
import { SheetCountsLine } from './sheet-counts'

type SheetPageProps = {
  sheet: ShownSheet
  rows: ShownSheetRow[]
  show: SheetShow
  nextHref: string | undefined
  firstHref: string | undefined
}

/** A department's sheet: how far it is, the rows, what is left to do. */
export function SheetPage({ sheet, rows, show, nextHref, firstHref }: SheetPageProps) {
  const { review, department, counts } = sheet
  const at = {
    review: review.id,
    department: department.id,
    mends: sheet.mayAnswer && sheet.certified !== null,
  }
  const tabs = sheetShows.map((each) => ({
    href: sheetHref({ ...at, show: each }),
    label: words.shows[each],
    current: each === show,
  }))
  return (
    <>
      <SheetNotices sheet={sheet} />
      <SheetCountsLine counts={counts} />
      <DepartmentQuestions sheet={sheet} />
      <RestOfSheet sheet={sheet} />
      <Tabs tabs={tabs} label={words.show} />
      {rows.length > 0 ? (
        <AnswerSheet sheet={sheet} rows={rows} show={show} />
      ) : (
        <Empty why={words.empty[show]} todo={words.emptyTodo[show]} />
      )}
      <Pager nextHref={nextHref} previousHref={firstHref} />
      {sheet.mayAnswer && (
        <p className="no-print mt-6">
          <a href={`/assets/new?review=${review.id}`}>{words.add}</a>
        </p>
      )}
    </>
  )
}

function SheetNotices({ sheet }: { sheet: ShownSheet }) {
  const { returnedReason, reopenReason, certified, wasVoided, mayAnswer, mayMend, headsOnly, review } = sheet
  return (
    <>
      {returnedReason !== null && (
        <Notice kind="warn" title={words.returnedTitle}>
          <p className="whitespace-pre-line">{returnedReason}</p>
        </Notice>
      )}
      {reopenReason !== null && (
        <Notice kind="warn" title={words.reopenedTitle}>
          <p className="whitespace-pre-line">{reopenReason}</p>
        </Notice>
      )}
      {certified !== null && (
        <Notice kind="done" title={certified}>
          {(mayAnswer || mayMend) && words.certifiedNote}
          {mayMend && (
            <a href={mendHref(sheet)} className="no-print mt-1 block w-fit">
              {words.mend}
            </a>
          )}
        </Notice>
      )}
      {wasVoided && <Notice kind="warn" title={words.voided} />}
      {!mayAnswer && !mayMend && (
        <p className="mb-4">{!review.isOpen ? words.closed : headsOnly ? words.headsOnly : words.readOnly}</p>
      )}
    </>
  )
}

const mendHref = ({ review, department }: ShownSheet) =>
  sheetHref({ review: review.id, department: department.id, show: 'all', mends: true })

/** 残りをまとめて回答する, or what comes next where everything is answered. */
function RestOfSheet({ sheet }: { sheet: ShownSheet }) {
  const { review, department, counts, free, blocked, mayAnswer, mayCertify, certified } = sheet
  const isDone = counts.none === 0 && counts.unsettled === 0
  if (isDone && sheet.missing !== '' && sheet.mayAnswer)
    return (
      <div id="rest" className="mb-8">
        <Notice kind="warn" title={sheet.missing} />
      </div>
    )
  if (isDone)
    return review.isOpen && certified === null ? (
      <div id="rest" className="no-print mb-8 flex flex-wrap items-center gap-4">
        <p>{words.allDone}</p>
        {mayCertify ? (
          <ButtonLink kind="primary" href={`/reviews/${review.id}/certify?department=${department.id}`}>
            {words.certify}
          </ButtonLink>
        ) : (
          <p>{words.waitsForHead}</p>
        )}
      </div>
    ) : null
  if (!mayAnswer || counts.none === 0) return null
  if (sheet.versions) return <AdoptRest sheet={sheet} />
  return (
    <Section
      id="rest"
      title={words.restTitle}
      lead={free > 0 ? words.restLead(free, blocked) : words.restNone(blocked)}
    >
      {free > 0 && <RestUnchanged review={review.id} department={department.id} free={free} back="sheet" />}
    </Section>
  )
}

function DepartmentQuestions({ sheet: { review, department, questions, mayAnswer } }: { sheet: ShownSheet }) {
  if (questions.length === 0) return null
  return (
    <Section id="questions" title={questionLabels.title} lead={mayAnswer && questionLabels.lead}>
      {mayAnswer ? (
        <QuestionForm review={review.id} department={department.id} questions={questions} />
      ) : (
        <GivenList questions={questions} />
      )}
    </Section>
  )
}
