import { z } from 'zod'
import type { AssetState, TakeOut } from '@/lib/domain/asset'
import type { ZoneCode } from '@/lib/domain/reference'
import { alignLabels, schoolLabels as words } from '@/lib/labels/schools'

export const comparedFields = [
  'importance',
  'zoneCode',
  'medium',
  'storageLocation',
  'userScope',
  'takeOut',
  'retention',
] as const
export type ComparedField = (typeof comparedFields)[number]
/** `importance` as the city calls the level; null = nothing is said. */
export type ComparedValues = Record<Exclude<ComparedField, 'zoneCode' | 'takeOut'>, string | null> & {
  zoneCode: ZoneCode | null
  takeOut: TakeOut | null
}

/** A school beside the standard ledger: rows that say the same, that say something else, that it lacks; and its own. */
export type SchoolLine = {
  code: string
  name: string
  same: number
  differs: number
  missing: number
  own: number
}
export type SchoolAsset = {
  number: string
  name: string
  state: AssetState
  /** Its row of the standard ledger, and what that says; null where the school has it for itself. */
  standard: string | null
  said: ComparedValues | null
  school: ComparedValues
  fields: readonly ComparedField[]
}
export type School = { code: string; name: string; assets: SchoolAsset[]; missing: { name: string }[] }

/** Schools by their codes, as many as are ticked. */
export const deriveInput = z.object({
  school: z
    .string(words.chooseSchools)
    .transform((given) => given.split('\n').filter((code) => code !== ''))
    .pipe(z.array(z.string().max(20)).min(1, words.chooseSchools).max(1_000)),
})
export type DeriveWish = z.output<typeof deriveInput>

/** Assets of one school by their numbers, as many as are ticked. */
export const alignInput = z.object({
  school: z.string().min(1).max(20),
  asset: z
    .string(alignLabels.chooseAssets)
    .transform((given) => given.split('\n').filter((number) => /^\d{1,18}$/u.test(number)))
    .pipe(z.array(z.string().transform(BigInt)).min(1, alignLabels.chooseAssets).max(500)),
})
export type AlignWish = z.output<typeof alignInput>

const digits = z.string().regex(/^\d{1,6}$/u)
const page = z.object({
  derived: digits.optional().catch(undefined),
  of: digits.optional().catch(undefined),
  choose: z.literal('all').optional().catch(undefined),
  refused: z.enum(['busy', 'tooMany']).optional().catch(undefined),
})

/** What the page of the schools says above its table, and whether all that lack something are ticked. */
export function readSchoolsPage(params: Record<string, string | string[] | undefined>) {
  const { derived, of, choose, refused } = page.parse(params)
  return {
    derived: derived && of ? words.derived(derived, of) : null,
    areChosen: choose === 'all',
    problem: refused ? { title: words.refused[refused], children: words.refusedTodo[refused] } : null,
  }
}

/** The workbook with a sheet a school: of one, or of all within reach. */
export function workbookHref(code?: string): string {
  return `/standard-ledger/schools/workbook${code === undefined ? '' : `?school=${encodeURIComponent(code)}`}`
}
