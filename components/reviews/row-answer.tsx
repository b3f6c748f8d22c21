import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextArea } from '@/components/form/text-area'
import { ButtonLink } from '@/components/ui/button'
import { answerRow } from '@/lib/features/reviews/sheet-actions'
import type { ShownSheet, ShownSheetRow } from '@/lib/features/reviews/sheet-schema'
import { AdoptRow } from './adopt-following'
import { reviewRowLabels as words, sheetLabels } from '@/lib/labels/review-sheet'

/** The answer to one opened row: 変更なし after a look at it, or where another answer is given. */
export function RowAnswer({ sheet, row }: { sheet: ShownSheet; row: ShownSheetRow }) {
  const { links, answer } = row
  return (
    <>
      {row.becomes?.mayAdoptOpened && links && (
        <AdoptRow review={sheet.review.id} department={sheet.department.id} number={row.number} />
      )}
      <Form action={answerRow} fieldNames={{ note: words.note }}>
        <HiddenField name="review" value={sheet.review.id} />
        <HiddenField name="department" value={sheet.department.id} />
        <HiddenField name="number" value={row.number} />
        <HiddenField name="version" value={String(row.version)} />
        <TextArea name="note" label={words.note} help={words.noteHelp} value={row.note} maxLength={1000} />
        <div className="flex flex-wrap gap-3">
          {!row.isUnchanged && links && row.isFreeOnceOpened && (
            <SubmitButton name="act" value="unchanged">
              {words.unchanged}
            </SubmitButton>
          )}
          <SubmitButton kind="secondary" name="act" value="note">
            {words.saveNote}
          </SubmitButton>
          {answer !== null && links && (
            <SubmitButton kind="quiet" name="act" value="back">
              {words.takeBack}
            </SubmitButton>
          )}
        </div>
      </Form>
      {links && !row.isUnchanged && (
        <div className="mt-8 border-t border-gray-420 pt-5">
          <h3 className="mb-3 text-18 font-bold">{words.other}</h3>
          <div className="flex flex-wrap gap-3">
            {(['change', 'edit', 'disposed', 'notOurs'] as const).map((act) => (
              <ButtonLink key={act} kind="secondary" href={links[act]}>
                {sheetLabels.act[act]}
              </ButtonLink>
            ))}
          </div>
        </div>
      )}
    </>
  )
}
