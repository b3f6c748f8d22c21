import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import type { ButtonKind } from '@/components/ui/button-style'
import type { ShownProposal } from '@/lib/features/proposals/detail-schema'
import { decideProposal } from '@/lib/features/proposals/actions'
import { proposalLabels as words } from '@/lib/labels/proposals'

/** Where a decision leads back to. */
export type Back = '/inbox' | `/proposals/${string}` | `/assets/${string}`
export type DecideProps = {
  proposal: Pick<ShownProposal, 'id' | 'version' | 'title' | 'kind' | 'comesNext'>
  back: Back
}

/** 承認する: one press; the version says what was on the screen. While another approval follows, it says so. */
export function ApproveForm({ proposal, back, kind }: DecideProps & { kind?: ButtonKind }) {
  return (
    <Form action={decideProposal} guarded={false}>
      <HiddenField name="id" value={proposal.id} />
      <HiddenField name="version" value={proposal.version} />
      <HiddenField name="act" value="approve" />
      <HiddenField name="back" value={back} />
      {proposal.comesNext && <p className="mb-2 text-14">{proposal.comesNext}</p>}
      <SubmitButton kind={kind ?? 'primary'}>
        {proposal.kind === 'registration' && proposal.comesNext === null
          ? words.approveRegistration
          : words.approve}
        <span className="sr-only">{words.of(proposal.title)}</span>
      </SubmitButton>
    </Form>
  )
}
