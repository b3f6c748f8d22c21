import { z } from 'zod'
import { levelAxes } from '@/lib/domain/scheme'
import { reclassificationLabels } from '@/lib/labels/scheme-mapping'

const version = z.object({ id: z.string(), code: z.string(), label: z.string() })

/** Between which versions a review moves its assets, with what is left to do in one department. */
export const reviewVersions = z.object({
  from: version,
  to: version,
  /** Rows that one press takes over now. */
  adoptable: z.number().int().nullable(),
  toJudge: z.number().int().nullable(),
})
export type ReviewVersions = z.output<typeof reviewVersions>

/** Two versions by code. */
export type Moves = { from: string; to: string }

const pair = /^([\w-]{1,60})>([\w-]{1,60})$/u

/** Two versions as the form of a review names them together. */
export function pairOf({ from, to }: Moves): string {
  return `${from}>${to}`
}

/** What of its form makes a review one between versions; null: a regular one. */
export const movesSchema = z
  .object({ kind: z.string().catch('regular'), schemes: z.string().catch('') })
  .transform(({ kind, schemes }, context): Moves | null => {
    if (kind !== 'reclassification') return null
    const [, from, to] = pair.exec(schemes) ?? []
    if (from !== undefined && to !== undefined) return { from, to }
    context.addIssue({
      code: 'custom',
      path: ['schemes'],
      message: reclassificationLabels.schemesRequired,
    })
    return z.NEVER
  })

const count = z.number().int()
export const countedMoves = z
  .object({ assets: count, departments: count, follows: count, judged: count })
  .nullable()

const named = z.object({ id: z.string(), label: z.string() })
/** What a review between versions has made of the levels, as review_scheme_changes answers it. */
export const schemeChanges = z
  .object({
    from: named,
    to: named,
    axes: z.array(
      z.object({
        axis: z.enum(levelAxes),
        from: z.string().nullable(),
        to: z.string().nullable(),
        rows: count,
      }),
    ),
    changed: count,
    still: count,
    ended: count,
    elsewhere: count,
    departments: z.array(z.object({ id: z.string().transform(BigInt), rows: count })),
  })
  .nullable()

type LevelLine = { key: string; from: string | null; to: string | null; rows: number }
/** The same in words. */
export type ShownSchemeChanges = {
  from: string
  to: string
  axes: { axis: (typeof levelAxes)[number]; lines: LevelLine[] }[]
  totals: { name: string; rows: number }[]
  still: { key: string; name: string; rows: number }[]
}
