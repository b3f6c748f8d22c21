import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { testMail } from '@/lib/features/mail/actions'
import { mailLabels as words } from '@/lib/labels/mail'

/** One mail to oneself, to see whether the settings are right. */
export function TestMail({ own }: { own: string | null }) {
  if (own === null) return <p>{words.testNoAddress}</p>
  return (
    <Form action={testMail} guarded={false}>
      <p className="mb-3">{words.testLead(own)}</p>
      <SubmitButton kind="secondary">{words.testAct}</SubmitButton>
    </Form>
  )
}
