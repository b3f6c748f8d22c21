import type { MissingPart } from './classification'

export type SubmissionRefusal = 'notDraft' | 'classificationIncomplete' | 'alreadyProposed'

/** What speaks against submitting a draft for registration; the first reason. Who approves it is proposal.ts's question. */
export function submissionRefusal(input: {
  state: string
  missing: readonly MissingPart[]
  hasOpenProposal: boolean
}): SubmissionRefusal | null {
  if (input.state !== 'draft') return 'notDraft'
  if (input.hasOpenProposal) return 'alreadyProposed'
  return input.missing.length > 0 ? 'classificationIncomplete' : null
}
