import { z } from 'zod'
import type { Facts } from '@/lib/domain/loosening'
import {
  decisionRefusals,
  decisionsDone,
  submitRefusals,
  withdrawRefusals,
} from '@/lib/domain/proposal-answers'
import { proposalKinds, type ProposalKind, type ProposalOrigin } from '@/lib/domain/proposal'
import type { ClassificationContent } from '@/lib/domain/asset-content'
import { proposalFormErrors } from '@/lib/labels/proposal-words'

/** One change of one asset that is to be approved; `after` by column, the levels as a judgement. */
export type ProposedChange = {
  number: bigint
  /** As it was seen: another version is refused. */
  version: number
  kind: ProposalKind
  after: Facts
  judgement: ClassificationContent | null
  toDepartmentId?: bigint
}
/** `reviewId`: the review that is answered with it. */
export type Submitting = { origin: ProposalOrigin; reason?: string; reviewId?: bigint }

const ids = z.array(z.object({ id: z.string().transform(BigInt) }))
export const submitAnswer = z.union([
  ids,
  z.object({ refused: z.enum(submitRefusals), numbers: z.array(z.string()).optional() }),
])

export const decideAnswer = z.array(
  z.object({
    id: z.string().transform(BigInt),
    outcome: z.enum([...decisionsDone, ...decisionRefusals]),
    /** Whose post the deputy used: the principal's id. */
    onBehalfOf: z.string().nullish(),
    applied: z
      .array(z.object({ number: z.string().transform(BigInt), kind: z.enum(proposalKinds) }))
      .default([]),
  }),
)
export type DecidedProposal = z.output<typeof decideAnswer>[number]

export const withdrawAnswer = z.array(
  z.object({ id: z.string().transform(BigInt), outcome: z.enum(['withdrawn', ...withdrawRefusals]) }),
)

export type Decision = { id: bigint; version: number; act: 'approve' | 'return'; reason?: string }

const id = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform((given) => BigInt(given))
const reason = z.string().trim().max(1000, proposalFormErrors.tooLong(1000)).default('')
/** The page that the form stands on, and that it goes back to. */
const back = z
  .string()
  .regex(/^\/(?:inbox|proposals\/\d{1,18}|assets\/\d{1,18})$/u)
  .catch('/inbox')

export const decideSchema = z
  .object({ id, version: z.coerce.number().int(), act: z.enum(['approve', 'return']), reason, back })
  .refine(({ act, reason: given }) => act === 'approve' || given !== '', {
    path: ['reason'],
    message: proposalFormErrors.returnReasonRequired,
  })

/** Another name than the reason of a return: both forms may stand on one page. */
export const withdrawSchema = z
  .object({ id, why: reason, back })
  .transform(({ why, ...rest }) => ({ ...rest, reason: why }))

/** What was ticked: `id:version`, several of them however they are joined. */
export const bulkSchema = z
  .object({ selected: z.string(proposalFormErrors.nothingSelected) })
  .transform(({ selected }, context): Decision[] => {
    const seen = [...selected.matchAll(/(\d{1,18}):(\d{1,9})/gu)]
    if (seen.length === 0)
      context.addIssue({ code: 'custom', path: ['selected'], message: proposalFormErrors.nothingSelected })
    return seen.map(([, given, version]) => ({
      id: BigInt(given ?? 0),
      version: Number(version),
      act: 'approve' as const,
    }))
  })

export const seenSchema = z
  .object({ selected: z.string(proposalFormErrors.nothingSelected) })
  .transform(({ selected }) => [...selected.matchAll(/\d{1,18}/gu)].map(([given]) => BigInt(given)))
