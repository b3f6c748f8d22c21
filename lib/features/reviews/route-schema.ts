import { z } from 'zod'
import { disownRefusals, routeRefusals } from '@/lib/domain/review-answers'
import { reviewFormErrors } from '@/lib/labels/review-words'
import { key } from './schema'

const version = z.coerce.number().int().positive()
const told = z.string().trim().max(1000, reviewFormErrors.tooLong(1000)).default('')

export const disownSchema = z.object({ review: key, number: key, version, told })
/** Several of these forms stand on one page: the names of their fields end in the row's number. */
export const routeSchema = z
  .looseObject({ review: key, number: key, version })
  .transform(({ review, number, version: seen, ...fields }, context) => {
    const department = key.safeParse(fields[`department-${number}`])
    const reason = told.safeParse(fields[`reason-${number}`] ?? '')
    if (!department.success)
      context.addIssue({
        code: 'custom',
        path: [`department-${number}`],
        message: reviewFormErrors.departmentRequired,
      })
    if (!reason.success)
      context.addIssue({
        code: 'custom',
        path: [`reason-${number}`],
        message: reviewFormErrors.tooLong(1000),
      })
    return { review, number, version: seen, department: department.data ?? 0n, reason: reason.data ?? '' }
  })

export const disowned = z.object({ outcome: z.enum(['saved', ...disownRefusals]) })
export const routed = z.union([
  z.object({ outcome: z.literal('routed'), id: z.string().transform(BigInt), answeredBy: z.string() }),
  z.object({ outcome: z.enum(['givenBack', ...routeRefusals]) }),
])

const place = z.object({ id: z.string(), code: z.string(), name: z.string() })
export const earlierDepartments = z.array(place)

/** Rows that nobody is about to accept, as review_unrouted answers them; null: they are not the viewer's to route. */
export const unrouted = z
  .array(
    z.object({
      number: z.string(),
      version: z.number().int(),
      name: z.string().nullable(),
      departmentId: z.string(),
      department: z.string(),
      by: z.string(),
      at: z.coerce.date(),
      note: z.string().nullable(),
      suggestions: earlierDepartments,
      refusedBy: z.string().nullable(),
      refusal: z.string().nullable(),
    }),
  )
  .nullable()
export type Unrouted = NonNullable<z.output<typeof unrouted>>[number]

export type RouteOption = { value: string; label: string; group?: string }
/** The same in words, with the departments that it can be routed to. */
export type ShownUnrouted = {
  number: string
  version: string
  name: string
  asked: string
  note: string | null
  refused: string | null
  options: RouteOption[]
}
