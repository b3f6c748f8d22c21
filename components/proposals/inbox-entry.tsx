import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import type { Duty } from '@/lib/domain/proposal'
import { seeDecisions } from '@/lib/features/proposals/actions'
import type { ShownProposal } from '@/lib/features/proposals/detail-schema'
import { dutyLabels, inboxLabels as words, proposalLabels } from '@/lib/labels/proposals'
import { ApproveForm } from './approve-form'
import { BaseChanged } from './proposal-acts'
import { MendList } from './mend-list'
import { ProposalItems } from './proposal-items'
import { ReturnedBecause } from './returned-because'

export type InboxItem = {
  key: string
  kind: 'approval' | 'returned' | 'seen'
  /** Since when it waits, where that is not when it was submitted. */
  since: string | null
  stepId: string | null
  duty: Duty | null
  onBehalfOf: string | null
  proposal: ShownProposal
}

/** Whether it can be chosen with others; the first one is where an error of the choice leads. */
export type Choice = 'no' | 'first' | 'yes'
/** The checkboxes of the page belong to one form, wherever they stand. */
export const bulkForm = 'bulk-approval'
export const keyOf = ({ id, version }: ShownProposal) => `${id}:${version}`

/** One thing that waits, with every change and what can be done about it. */
export function InboxEntry({ entry, choice }: { entry: InboxItem; choice: Choice }) {
  const { kind, proposal } = entry
  return (
    <li className="border border-gray-420 px-5 py-4">
      <div className="flex items-start gap-3">
        {choice !== 'no' && (
          <input
            type="checkbox"
            id={choice === 'first' ? 'field-selected' : undefined}
            name="selected"
            value={keyOf(proposal)}
            form={bulkForm}
            aria-label={words.choose(proposal.title)}
            className="mt-1 size-6 shrink-0"
          />
        )}
        <div className="min-w-0">
          <h2 className="break-words text-18 font-bold">
            <a href={`/proposals/${proposal.id}`}>{proposal.title}</a>
          </h2>
          <p className="flex flex-wrap gap-x-4 text-14 text-gray-700">
            <span>{words.kind[kind]}</span>
            {entry.duty && <span>{dutyLabels[entry.duty]}</span>}
            {entry.onBehalfOf && <span>{words.onBehalfOf(entry.onBehalfOf)}</span>}
            <span>{proposal.department}</span>
            <span>{proposal.submitted}</span>
            {entry.since && <span>{entry.since}</span>}
          </p>
        </div>
      </div>
      <div className="mt-3 grid gap-3">
        <BaseChanged proposal={proposal} />
        {proposal.reason && <p className="whitespace-pre-line">{proposal.reason}</p>}
        <ProposalItems items={proposal.items} />
        {proposal.itemCount > proposal.items.length && (
          <p>
            <a href={`/proposals/${proposal.id}`}>
              {proposalLabels.more(proposal.itemCount - proposal.items.length)}
            </a>
          </p>
        )}
        <Acts {...entry} />
      </div>
    </li>
  )
}

function Acts({ kind, stepId, proposal }: InboxItem) {
  const decided = proposal.steps.find((step) => step.decided !== null && step.id === stepId)
  const returned = proposal.steps.find((step) => step.state === 'returned')
  if (kind === 'approval')
    return (
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <ApproveForm proposal={proposal} back="/inbox" kind="secondary" />
        <a href={`/proposals/${proposal.id}#decide`}>
          {words.openToReturn}
          <span className="sr-only">{proposalLabels.of(proposal.title)}</span>
        </a>
      </div>
    )
  if (kind === 'seen')
    return (
      <>
        {decided?.decided && <p>{decided.decided}</p>}
        <Form action={seeDecisions} guarded={false}>
          <HiddenField name="selected" value={stepId ?? ''} />
          <SubmitButton kind="secondary">{words.seen}</SubmitButton>
        </Form>
      </>
    )
  return (
    <>
      <ReturnedBecause returned={returned} />
      <MendList proposal={proposal} />
    </>
  )
}
