import type { Audience } from './asset'
import type { LevelCodes, MissingPart } from './classification'
import { axesOf, missingParts, unclassified } from './classification'
import type { Proposal } from './classifier'
import { overruledAxes, proposeLevels } from './classifier'
import type { Answers, ClassifierFacts } from './classifier-questions'
import type { Level, LevelAxis } from './scheme'

/** What a person chose over the proposal, axis by axis; absent or null = as proposed. */
export type Chosen = Partial<LevelCodes>

export type Decision = {
  proposal: Proposal
  levels: LevelCodes
  audience: Audience | null
  missing: readonly MissingPart[]
  /** Axes that differ from the proposal: each needs a reason. */
  overruled: readonly LevelAxis[]
}

/** The levels that follow from the answers and from what the person chose. Pure; the same in the browser and on the server. */
export function decideLevels(
  facts: ClassifierFacts,
  answers: Answers,
  chosen: Chosen,
  levels: readonly Level[],
  /** The levels that stand now, where there are any: they stay where neither a choice nor an answer says otherwise. */
  current: Chosen = {},
): Decision {
  const proposal = proposeLevels(facts, answers, levels)
  const decided: LevelCodes = { ...unclassified }
  for (const axis of axesOf[facts.family])
    decided[axis] = chosen[axis] ?? proposal.levels[axis] ?? current[axis] ?? null
  const audience = answers.audience ?? proposal.audience
  return {
    proposal,
    levels: decided,
    audience,
    missing: missingParts({ family: facts.family, levels: decided, audience }),
    overruled: overruledAxes(proposal, decided),
  }
}

/** What a person has seen proposed: sent back with the form, so that nothing is classified unseen. */
export function proposalSignature(proposal: Proposal): string {
  const { confidentiality, integrity, availability, importance } = proposal.levels
  return [confidentiality, integrity, availability, importance, proposal.audience]
    .map((code) => code ?? '-')
    .join('/')
}
