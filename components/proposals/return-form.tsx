import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextArea } from '@/components/form/text-area'
import { Disclosure } from '@/components/ui/disclosure'
import { decideProposal } from '@/lib/features/proposals/actions'
import { proposalLabels as words } from '@/lib/labels/proposals'
import type { DecideProps } from './approve-form'

/** 差し戻す: never without a reason. */
export function ReturnForm({ proposal, back }: DecideProps) {
  return (
    <Disclosure summary={words.return}>
      <p className="mb-3">{words.returnLead}</p>
      <Form action={decideProposal} fieldNames={{ reason: words.returnReason }}>
        <HiddenField name="id" value={proposal.id} />
        <HiddenField name="version" value={proposal.version} />
        <HiddenField name="act" value="return" />
        <HiddenField name="back" value={back} />
        <TextArea name="reason" label={words.returnReason} required maxLength={1000} />
        <SubmitButton kind="danger">{words.return}</SubmitButton>
      </Form>
    </Disclosure>
  )
}
