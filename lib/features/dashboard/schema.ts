import { z } from 'zod'
import { personalDataCodes } from '@/lib/domain/asset'
import { schemeFamilies } from '@/lib/domain/scheme'

const count = z.number().int()
const line = z.object({ code: z.string(), label: z.string(), active: count, drafts: count })

/** What dashboard_figures answers; counts are far below what a JSON number holds. */
export const dashboardFigures = z.object({
  cells: z.array(
    z.object({
      family: z.enum(schemeFamilies),
      scheme: z.string(),
      level: z.string().nullable(),
      zone: z.string(),
      assets: count,
    }),
  ),
  drafts: count,
  withheld: count,
  unconfirmed: count,
  personal: z.array(
    z.object({ kind: z.enum(personalDataCodes).nullable(), assets: count, people: count, unknown: count }),
  ),
  categories: z.array(line),
  bodies: z.array(line),
  /** 部局, the largest first. */
  bureaus: z.array(line.extend({ unconfirmed: count })),
})
export type DashboardFigures = z.output<typeof dashboardFigures>
export type FigureLine = z.output<typeof line> & { unconfirmed?: number }
