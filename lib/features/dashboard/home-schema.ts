import { z } from 'zod'
import { roles } from '@/lib/domain/access'

/** What waits for a viewer, as home_tasks' one statement answers it. null: not a matter of this person's roles. */
export const homeTasks = z.object({
  own: z.number().int().nullable(),
  /** Whoever may bring files in, and has nothing in the ledger yet. */
  isLedgerEmpty: z.boolean(),
  /** Own proposals that wait for others; the first of them by name. */
  sent: z.number().int(),
  proposals: z.array(z.object({ id: z.string(), title: z.string() })),
  draftsInReach: z.number().int().nullable(),
  unclassifiedDrafts: z.number().int().nullable(),
  unclassified: z.number().int().nullable(),
  unconfirmed: z.number().int().nullable(),
  drafts: z.array(
    z.object({
      number: z.string(),
      name: z.string(),
      department: z.string(),
      isClassified: z.boolean(),
    }),
  ),
  ending: z.array(
    z.object({
      person: z.string(),
      role: z.enum(roles),
      department: z.string().nullable(),
      until: z.iso.date(),
    }),
  ),
  closed: z.array(z.object({ code: z.string(), name: z.string(), assets: z.number().int() })),
})
export type HomeTasks = z.output<typeof homeTasks>
