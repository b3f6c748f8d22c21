import 'server-only'
import type { ProposalKind } from '@/lib/domain/proposal'
import { decisionsDone, type DecisionRefusal, type WithdrawRefusal } from '@/lib/domain/proposal-answers'
import { tryAgain } from '@/lib/platform/again'
import type { AuditEvent } from '@/lib/platform/audit/event'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import { decideAnswer, withdrawAnswer, type DecidedProposal, type Decision } from './schema'
import { toldText } from './submit-commands'

/** What an approval did to an asset, as its own trail says it. */
const appliedAs: Record<ProposalKind, string> = {
  registration: 'asset.registered',
  change: 'asset.edited',
  reclassification: 'asset.reclassified',
  disposal: 'asset.disposed',
  transfer: 'asset.transferred',
  merge: 'asset.merged',
}

/**
 * Approves or returns proposals, each for itself: what one of them meets does not keep back the others. What was
 * refused or met a changed base is in the answer, never an error of the whole.
 */
export async function decideProposals(
  actor: May<'proposal.decide'>,
  decisions: readonly Decision[],
): Promise<readonly DecidedProposal[]> {
  return tryAgain(async () => {
    let decided: readonly DecidedProposal[] = []
    await change<'proposal.decide', null, 'nothingDone'>(
      actor,
      async (db) => {
        const [row] = await db.$queryRaw<{ answer: unknown }[]>`
          select decide_proposals(${toldText(decisions)}::jsonb) as answer`
        decided = decideAnswer.parse(row?.answer)
        const reasons = new Map(decisions.map(({ id, reason }) => [id, reason]))
        const [first, ...others] = decided.flatMap((each) => eventsOf(each, reasons.get(each.id)))
        return first ? { result: null, events: [first, ...others] } : { refused: 'nothingDone' }
      },
      atLength,
    )
    return decided
  })
}

function eventsOf({ id, outcome, onBehalfOf, applied }: DecidedProposal, reason?: string): AuditEvent[] {
  const done = decisionsDone.find((word) => word === outcome)
  if (!done) return []
  const about = { subjectType: 'proposals', subjectId: id, ...(reason ? { reason } : {}) }
  return [
    { action: `proposal.${done}`, ...about, ...(onBehalfOf ? { details: { onBehalfOf } } : {}) },
    ...applied.map(({ number, kind }) => ({
      action: appliedAs[kind],
      subjectType: 'assets',
      subjectId: number,
      details: { proposal: String(id), ...(onBehalfOf ? { onBehalfOf } : {}) },
    })),
  ]
}

type One = { outcome: (typeof decisionsDone)[number] }

/** One decision of a form: what speaks against it is a refusal. */
export async function decideProposalFromForm(
  actor: May<'proposal.decide'>,
  { id, version, act, reason }: Decision,
): Promise<Outcome<One, DecisionRefusal>> {
  const [decided] = await decideProposals(actor, [{ id, version, act, ...(reason ? { reason } : {}) }])
  if (!decided) return { refused: 'notFound' }
  const done = decisionsDone.find((word) => word === decided.outcome)
  return done ? { result: { outcome: done } } : { refused: decided.outcome as DecisionRefusal }
}

export type Tally = { approved: number; passed: number; baseChanged: number; refused: number }

/** Several at once: how many went which way. Nothing is refused as a whole. */
export async function approveFromInbox(
  actor: May<'proposal.decide'>,
  decisions: readonly Decision[],
): Promise<Outcome<Tally, never>> {
  const decided = await decideProposals(actor, decisions)
  const count = (wanted: string) => decided.filter(({ outcome }) => outcome === wanted).length
  const [approved, passed, baseChanged] = [count('approved'), count('passed'), count('baseChanged')]
  const refused = decisions.length - approved - passed - baseChanged
  return { result: { approved, passed, baseChanged, refused } }
}

/** Takes a proposal back: whoever submitted it, or who keeps that department's ledger. A draft can be edited again. */
export async function withdrawProposal(
  actor: May<'asset.edit'>,
  { id, reason }: { id: bigint; reason: string },
): Promise<Outcome<{ id: bigint }, WithdrawRefusal>> {
  return tryAgain(() =>
    change<'asset.edit', { id: bigint }, WithdrawRefusal>(actor, async (db) => {
      const [row] = await db.$queryRaw<{ answer: unknown }[]>`
        select withdraw_proposals(${[id]}::bigint[], ${reason}) as answer`
      const [withdrawn] = withdrawAnswer.parse(row?.answer)
      if (!withdrawn) return { refused: 'notFound' }
      if (withdrawn.outcome !== 'withdrawn') return { refused: withdrawn.outcome }
      const event = { action: 'proposal.withdrawn', subjectType: 'proposals', subjectId: id }
      return { result: { id }, events: [{ ...event, ...(reason === '' ? {} : { reason }) }] }
    }),
  )
}

/** 後閲: the principal has seen what was decided in their post. */
export async function seeDecisions(
  actor: May<'proposal.decide'>,
  steps: readonly bigint[],
): Promise<Outcome<{ seen: number }, 'nothingToSee'>> {
  return change<'proposal.decide', { seen: number }, 'nothingToSee'>(actor, async (db) => {
    const rows = await db.$queryRaw<{ step: bigint }[]>`
      select unnest(see_as_principal(${[...steps]}::bigint[])) as step`
    const [first, ...others] = rows.map(({ step }) => ({
      action: 'proposal.seenByPrincipal',
      subjectType: 'approval_steps',
      subjectId: step,
    }))
    return first ? { result: { seen: rows.length }, events: [first, ...others] } : { refused: 'nothingToSee' }
  })
}
