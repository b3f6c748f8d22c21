import { z } from 'zod'
import type { LevelCodes } from '@/lib/domain/classification'
import { duties, proposalKinds, proposalStates, stepStates } from '@/lib/domain/proposal'
import type { Duty, ProposalKind, ProposalState, StepState } from '@/lib/domain/proposal'
import type { Level, SchemeFamily } from '@/lib/domain/scheme'

const id = z.string().transform(BigInt)
const place = z.object({ id, name: z.string() })
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const levels = z.object({
  schemeId: z.string(),
  confidentiality: z.string().nullable(),
  integrity: z.string().nullable(),
  availability: z.string().nullable(),
  importance: z.string().nullable(),
})

const item = z.object({
  number: id,
  name: z.string(),
  place: z.number().int(),
  kind: z.enum(proposalKinds),
  before: facts,
  after: facts,
  judgement: levels.extend({ reason: z.string() }).nullable(),
  loosens: z.array(z.string()),
  /** Whether the viewer may open the asset's page. */
  inReach: z.boolean(),
  /** What the ledger says now. */
  current: levels,
})

const step = z.object({
  id,
  place: z.number().int(),
  generation: z.number().int(),
  duty: z.enum(duties),
  department: z.string(),
  state: z.enum(stepStates),
  decidedBy: z.string().nullable(),
  /** In whose post a deputy decided. */
  decidedFor: z.string().nullable(),
  decidedAt: z.coerce.date().nullable(),
  reason: z.string().nullable(),
  /** Who could decide it today. */
  names: z.array(z.string()),
})

/** One proposal with a page of its items, as proposal_detail and open_proposal answer it. */
export const proposalDetail = z.object({
  id,
  version: z.number().int(),
  title: z.string(),
  state: z.enum(proposalStates),
  department: place.shape.name,
  bureau: z.string().nullable(),
  toDepartment: z.string().nullable(),
  submittedBy: place,
  submittedAt: z.coerce.date(),
  reason: z.string().nullable(),
  /** Why it was taken back. */
  endReason: z.string().nullable(),
  baseChangedAt: z.coerce.date().nullable(),
  items: z.array(item),
  itemCount: z.number().int(),
  steps: z.array(step),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
  /** Of the viewer's own that was returned: what was not submitted again yet. */
  toMend: z.array(z.object({ number: z.string(), name: z.string() })).default([]),
  toMendCount: z.number().int().default(0),
})
export type ProposalDetail = z.output<typeof proposalDetail>
export type ProposalItem = ProposalDetail['items'][number]
export type ApprovalStep = ProposalDetail['steps'][number]

/** Why the newest submission of an asset was returned, as returned_of_asset answers it. */
export const returnedOfAsset = z.object({
  proposalId: z.string(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedFor: z.string().nullable(),
  decidedAt: z.coerce.date().nullable(),
})
export type ReturnedOfAsset = z.output<typeof returnedOfAsset>

/** The same in words, as pages show it. */
export type ShownProposal = {
  id: string
  version: string
  title: string
  state: ProposalState
  department: string
  submitted: string
  reason: string | null
  /** Why it was taken back. */
  endReason: string | null
  /** What it was submitted against has changed since: it is to be looked at again. */
  isBaseChanged: boolean
  kind: ProposalKind
  items: ShownItem[]
  itemCount: number
  steps: ShownStep[]
  /** What was decided before the base changed. */
  olderSteps: ShownStep[]
  /** Who could decide the step that waits. */
  waitsFor: string[]
  /** What comes after the approval that waits, in words; null when it is the last one. */
  comesNext: string | null
  mayDecide: boolean
  mayWithdraw: boolean
  /** Of the viewer's own that was returned: what was not submitted again yet, and how many those are in all. */
  toMend: { number: string; name: string }[]
  toMendCount: number
}
export type ShownItem = {
  number: string
  name: string
  /** The asset's page; undefined where it is out of the viewer's reach. */
  href: string | undefined
  kind: string
  isRegistration: boolean
  /** Of duplicates that become one: this one is left as it is. */
  isKept: boolean
  changes: { field: string; before: string; after: string }[]
  judgementReason: string | null
  /** The levels that stand now, where the proposal leaves them. */
  levels: {
    family: SchemeFamily
    levels: readonly Level[]
    codes: Pick<LevelCodes, 'confidentiality' | 'integrity' | 'availability' | 'importance'>
  } | null
}
export type ShownStep = {
  id: string
  duty: Duty
  department: string
  state: StepState
  /** Who decided, for whom, when. */
  decided: string | null
  reason: string | null
  names: string[]
}

const count = z.number().int().default(0)

/** One page of what waits for a viewer, the oldest first, as inbox_page answers it. */
export const inboxAnswer = z.object({
  entries: z.array(
    z.object({
      kind: z.enum(['approval', 'returned', 'seen']),
      since: z.coerce.date(),
      stepId: z.string().nullable(),
      duty: z.enum(duties).nullable(),
      onBehalfOf: z.string().nullable(),
      proposal: proposalDetail,
    }),
  ),
  next: z.object({ since: z.string(), id: z.string() }).nullable(),
  /** How many there are of each kind, whichever are shown. */
  counts: z.object({ approval: count, returned: count, seen: count }),
})

/** Steps that nobody can decide, as stuck_inbox answers them. */
export const stuckAnswer = z.array(
  z.object({
    since: z.coerce.date(),
    duty: z.enum(duties),
    proposals: z.number().int(),
    departmentId: z.string(),
    department: z.string(),
    bureau: z.string().nullable(),
    isSchool: z.boolean(),
  }),
)
