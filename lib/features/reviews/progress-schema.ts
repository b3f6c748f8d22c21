import { z } from 'zod'
import type { Counts, DepartmentState } from '@/lib/domain/review'

const count = z.number().int()
export const signed = z.object({ by: z.string(), for: z.string().nullable(), at: z.coerce.date() })

/** One department of a review, as review_progress answers it; the report keeps the same and more. */
export const progressDepartment = z.object({
  id: z.string(),
  name: z.string(),
  bureauId: z.string(),
  bureau: z.string(),
  isSchool: z.boolean(),
  state: z.enum(['open', 'certified', 'returned', 'reopened']),
  rows: count,
  none: count,
  unchanged: count,
  change: count,
  disposed: count,
  notOurs: count,
  unsettled: count,
  bulk: count,
  returnedReason: z.string().nullish(),
  reopenReason: z.string().nullish(),
  lastReminded: z.iso.date().nullish(),
  reopenedAt: z.coerce.date().nullish(),
  certificate: signed.nullable(),
  signOff: signed.nullable(),
})
export type ProgressDepartment = z.output<typeof progressDepartment>

export type ProgressCounts = Counts

/** A department in words: how far it is, and who certified it. */
export type ShownDepartment = ProgressCounts & {
  id: string
  name: string
  state: DepartmentState
  isLate: boolean
  certified: string | null
  returnedReason: string | null
  isCertified: boolean
  /** The day on which somebody was last told of it, in words. */
  lastReminded: string | null
}

/** A bureau, or the schools of one: who signs off. */
export type ShownUnit = ProgressCounts & {
  key: string
  bureauId: string
  isSchool: boolean
  name: string
  departments: ShownDepartment[]
  certifiedDepartments: number
  signed: string | null
}
