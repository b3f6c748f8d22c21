import { badgesOf } from '@/components/assets/asset-levels'
import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { HeadCell, Row, Table } from '@/components/ui/table'
import { saveSheet } from '@/lib/features/reviews/sheet-actions'
import type { SheetShow } from '@/lib/features/reviews/search-schema'
import type { ShownSheet, ShownSheetRow } from '@/lib/features/reviews/sheet-schema'
import { assetListLabels } from '@/lib/labels/asset-pages'
import { questionLabels } from '@/lib/labels/review-questions'
import { sheetLabels as words } from '@/lib/labels/review-sheet'
import { adoptRowForm, AdoptRowForm } from './adopt-following'
import { AnswerRow, type AnswerRowProps } from './answer-row'
import { SaveQueue } from './save-queue'
import { SheetKeys } from './sheet-keys'

type AnswerSheetProps = { sheet: ShownSheet; rows: ShownSheetRow[]; show: SheetShow }

/** The rows of a sheet: one form without a script, saved as one answers with it. */
export function AnswerSheet({ sheet, rows, show }: AnswerSheetProps) {
  const { review, department, mayAnswer } = sheet
  const table = <SheetTable sheet={sheet} rows={rows} />
  if (!mayAnswer) return table
  return (
    <>
      <Form action={saveSheet} guarded={false} isWide>
        <HiddenField name="review" value={review.id} />
        <HiddenField name="department" value={department.id} />
        <HiddenField name="show" value={show} />
        <SaveQueue
          review={review.id}
          department={department.id}
          savedWord={sheet.certified === null ? words.saved : words.savedVoid}
        >
          <SheetKeys>{table}</SheetKeys>
        </SaveQueue>
        <SubmitButton kind="secondary">{words.save}</SubmitButton>
      </Form>
      {rows.some(({ becomes }) => becomes?.mayAdopt) && (
        <AdoptRowForm review={review.id} department={department.id} />
      )}
    </>
  )
}

function SheetTable({ sheet, rows }: { sheet: ShownSheet; rows: ShownSheetRow[] }) {
  const head = (
    <Row>
      <HeadCell numeric>{words.number}</HeadCell>
      <HeadCell>{words.name}</HeadCell>
      <HeadCell note={assetListLabels.levelsOrder}>{words.levels}</HeadCell>
      <HeadCell>{words.findings}</HeadCell>
      <HeadCell>{words.answer}</HeadCell>
      {rows.some(({ questions }) => questions.length > 0) && <HeadCell>{questionLabels.column}</HeadCell>}
      <HeadCell>{words.note}</HeadCell>
    </Row>
  )
  return (
    <>
      {rows.length > 0 && (
        <p className="mb-3 text-14 text-gray-700 md:hidden">{assetListLabels.levelsLegend}</p>
      )}
      <Table caption={words.caption(sheet.department.name)} captionHidden head={head}>
        {rows.map((row) => (
          <AnswerRow key={`${row.number}-${String(row.version)}`} row={propsOf(row, sheet)} />
        ))}
      </Table>
    </>
  )
}

function propsOf(row: ShownSheetRow, { mayAnswer, review }: ShownSheet): AnswerRowProps {
  const {
    number,
    name,
    kind,
    version,
    zone,
    marks,
    isUnchanged,
    note,
    links,
    proposal,
    to,
    by,
    open,
    questions,
  } = row
  return {
    ...{ number, name, kind, version, zone, marks, isUnchanged, note, mayAnswer, questions },
    href: `/reviews/${review.id}/sheet/${number}`,
    levels: row.levels ? badgesOf(row.levels) : [],
    becomes: row.becomes && {
      badges: row.becomes.levels && badgesOf(row.becomes.levels),
      adoptForm: row.becomes.mayAdopt ? adoptRowForm : null,
      judgeHref:
        row.becomes.levels === null && (row.answer === null || open !== null)
          ? (links?.change ?? null)
          : null,
    },
    isTickable: isUnchanged || (links !== null && row.isFree),
    other: {
      said: isUnchanged ? null : row.said,
      by,
      to,
      proposal,
      open,
      links: links && {
        row: links.row,
        change: links.change,
        disposed: links.disposed,
        notOurs: links.notOurs,
      },
    },
  }
}
