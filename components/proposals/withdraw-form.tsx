import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextArea } from '@/components/form/text-area'
import { Disclosure } from '@/components/ui/disclosure'
import { withdrawProposal } from '@/lib/features/proposals/actions'
import { proposalLabels as words } from '@/lib/labels/proposals'
import type { Back } from './approve-form'

/** 取り下げる: what was submitted is taken back, as long as it is not decided. */
export function WithdrawForm({ id, back }: { id: string; back: Back }) {
  return (
    <Disclosure summary={words.withdraw}>
      <p className="mb-3">{words.withdrawLead}</p>
      <Form action={withdrawProposal} guarded={false} fieldNames={{ why: words.withdrawReason }}>
        <HiddenField name="id" value={id} />
        <HiddenField name="back" value={back} />
        <TextArea
          name="why"
          label={words.withdrawReason}
          help={words.withdrawReasonHelp}
          rows={2}
          maxLength={1000}
        />
        <SubmitButton kind="secondary">{words.withdraw}</SubmitButton>
      </Form>
    </Disclosure>
  )
}
