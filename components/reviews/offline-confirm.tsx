import { CheckChoice } from '@/components/form/choice'
import { FileField } from '@/components/form/file-field'
import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/section'
import { answerOnPaper, signAnswers } from '@/lib/features/reviews/offline-actions'
import { signedSheetHref, type ShownOffline } from '@/lib/features/reviews/offline-schema'
import { offlineLabels as words } from '@/lib/labels/offline'

type ConfirmProps = { shown: ShownOffline; answer: number; stale: number }

/** The signed sheet of each school, then one button that answers for all of them. */
export function OfflineConfirm({ shown, answer, stale }: ConfirmProps) {
  const schools = shown.schools.filter((school) => school.answer > 0)
  const isSigned = schools.every(({ signed }) => signed !== null)
  return (
    <>
      <Section id="sign" title={words.signSections}>
        {schools.map((school) => (
          <Sign key={school.id} shown={shown} school={school} />
        ))}
      </Section>
      <Section id="confirm" title={words.confirm} lead={words.confirmLead(answer, schools.length)}>
        {isSigned ? (
          <Form action={answerOnPaper} fieldNames={{ leave: words.leave }} guarded={false}>
            <HiddenField name="review" value={shown.review} />
            <HiddenField name="workbook" value={shown.id} />
            <HiddenField name="seal" value={shown.seal ?? ''} />
            {stale > 0 && (
              <CheckChoice
                name="leave"
                label={words.leaveLabel}
                options={[{ value: '1', label: words.leave }]}
              />
            )}
            <SubmitButton>{words.confirm}</SubmitButton>
          </Form>
        ) : (
          <p>{words.confirmWaits}</p>
        )}
      </Section>
    </>
  )
}

type SignProps = { shown: ShownOffline; school: ShownOffline['schools'][number] }

function Sign({ shown, school }: SignProps) {
  const field = `sheet-${school.id}`
  const label = words.sheetOf(school.name)
  return (
    <div className="mb-6 border-b border-gray-200 pb-4">
      <h3 className="mb-2 text-18 font-bold">{school.name}</h3>
      <Form action={signAnswers} fieldNames={{ [field]: label }} guarded={false}>
        <HiddenField name="review" value={shown.review} />
        <HiddenField name="workbook" value={shown.id} />
        <HiddenField name="department" value={school.id} />
        <FileField
          name={field}
          label={label}
          help={words.signLead(school.check ?? '')}
          required
          accept=".pdf,.png,.jpg,.jpeg"
          present={
            school.signed && (
              <p className="mb-2">
                {words.signPresent}
                {'　'}
                <a href={signedSheetHref(shown.review, school.signed.id)}>{school.signed.name}</a>
              </p>
            )
          }
        />
        <SubmitButton kind="secondary">
          {words.signAct}
          <span className="sr-only">{words.ofName(school.name)}</span>
        </SubmitButton>
      </Form>
    </div>
  )
}
