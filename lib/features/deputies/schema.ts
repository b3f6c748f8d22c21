import { z } from 'zod'
import { roles, scopeKinds } from '@/lib/domain/access'
import { deputyObjections } from '@/lib/domain/deputy-answers'
import { deputyFormErrors as errors } from '@/lib/labels/deputies'
import { writtenDay, writtenDayOrNone } from '@/lib/platform/written-day'

const key = z.string().regex(/^[1-9]\d{0,17}$/u)
const chosen = (missing: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,17}$/u, missing)
    .transform(BigInt)

/** Who stands in for a post, from when to when (days, inclusive); `deputyId` null: nobody, the holder is away. */
export type NewDeputy = {
  postId: bigint
  deputyId: bigint | null
  validFrom: string | null
  until: string
  reason: string
}

export const nameDeputySchema = z
  .object({
    post: chosen(errors.postRequired),
    kind: z.enum(['deputy', 'absent'], errors.kindRequired),
    deputy: z.string().default(''),
    validFrom: writtenDayOrNone,
    until: writtenDay(errors.untilRequired),
    reason: z.string().trim().min(1, errors.reasonRequired).max(200, errors.reasonTooLong),
  })
  .transform(({ post, kind, deputy, ...rest }, context): NewDeputy => {
    const problem = (message: string) => {
      context.addIssue({ code: 'custom', path: ['deputy'], message })
    }
    const isChosen = key.safeParse(deputy).success
    if (kind === 'deputy' && !isChosen) problem(errors.deputyRequired)
    if (kind === 'absent' && deputy !== '') problem(errors.deputyNotAsked)
    return { ...rest, postId: post, deputyId: kind === 'deputy' && isChosen ? BigInt(deputy) : null }
  })

export const endDeputySchema = z.object({
  id: key.transform(BigInt),
  version: z.coerce.number().int(),
})
export type SeenDeputy = z.output<typeof endDeputySchema>

export const objectionAnswer = z.enum(deputyObjections).nullable()

const where = {
  role: z.enum(roles),
  scopeKind: z.enum(scopeKinds),
  department: z.string().nullable(),
  bureau: z.string().nullable(),
  executiveBody: z.string().nullable(),
}
const deputyStates = ['current', 'coming', 'past'] as const

/** What deputy_page answers. */
export const deputyPage = z.object({
  posts: z.array(z.object({ id: z.string(), isOwn: z.boolean(), name: z.string(), ...where })),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kana: z.string().nullable(),
      role: z.enum(roles),
      department: z.string().nullable(),
    }),
  ),
  deputies: z.array(
    z.object({
      id: z.string(),
      version: z.number().int(),
      state: z.enum(deputyStates),
      isOwn: z.boolean(),
      isMine: z.boolean(),
      principal: z.string(),
      deputy: z.string().nullable(),
      namedBy: z.string(),
      ...where,
      validFrom: z.string(),
      until: z.string(),
      endedOn: z.string().nullable(),
      reason: z.string(),
      mayEnd: z.boolean(),
    }),
  ),
})
export type DeputyRow = z.output<typeof deputyPage>['deputies'][number]
