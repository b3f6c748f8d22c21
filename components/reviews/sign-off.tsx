import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { Notice } from '@/components/ui/notice'
import { signOffBureau } from '@/lib/features/reviews/actions'
import type { ShownUnit } from '@/lib/features/reviews/progress-schema'
import { manageLabels as words } from '@/lib/labels/reviews'
import { ReviewDepartments } from './department-table'

type SignOffProps = { review: string; unit: ShownUnit; seal: string | null; maySignOff: boolean }

/** The departments of a bureau with their certificates; once all are there, the officer says that they saw it. */
export function SignOff({ review, unit, seal, maySignOff }: SignOffProps) {
  const waits = unit.departments.filter(({ isCertified, rows }) => !isCertified && rows > 0).length
  return (
    <>
      {unit.signed !== null && <Notice kind="done" title={words.signOffDone(unit.signed)} />}
      {waits > 0 && <Notice kind="info" title={words.signOffWaits(waits)} />}
      <div className="mb-6">
        <ReviewDepartments unit={unit} review={review} act={null} />
      </div>
      {seal !== null && maySignOff && unit.signed === null && (
        <Form action={signOffBureau} guarded={false}>
          <HiddenField name="review" value={review} />
          <HiddenField name="bureau" value={unit.bureauId} />
          <HiddenField name="schools" value={unit.isSchool ? '1' : ''} />
          <HiddenField name="hash" value={seal} />
          <SubmitButton>{words.signOff}</SubmitButton>
        </Form>
      )}
    </>
  )
}
