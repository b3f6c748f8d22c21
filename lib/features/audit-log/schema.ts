import { z } from 'zod'
import { auditGroups } from '@/lib/domain/audit-group'
import { writtenDayOrNone } from '@/lib/platform/written-day'

const word = z.preprocess(
  (given) => (Array.isArray(given) ? (given[0] as unknown) : given),
  z.string().trim().max(100).catch(''),
)

/** What the address of the trail may say; texts stay as typed, so that a form shows them again. */
const typed = z.object({
  person: word,
  group: word.pipe(z.enum(['', ...auditGroups]).catch('')),
  from: word,
  to: word,
  asset: word,
  before: word.transform((given) => (/^[1-9]\d{0,17}$/u.test(given) ? BigInt(given) : null)),
})
export type TrailSearch = z.output<typeof typed>

export type DayProblem = { field: 'from' | 'to'; message: string }
/** The same as the database takes it; a day that cannot be read narrows nothing and is told. */
export type TrailFilters = { action?: string; from?: string; to?: string; subject?: string }

export function readTrailSearch(params: Record<string, string | string[] | undefined>): TrailSearch {
  return typed.parse(params)
}

export function trailFilters(search: TrailSearch): { filters: TrailFilters; problems: DayProblem[] } {
  const filters: TrailFilters = {}
  const problems: DayProblem[] = []
  if (search.group) filters.action = search.group
  for (const field of ['from', 'to'] as const) {
    const day = writtenDayOrNone.safeParse(search[field])
    if (!day.success) problems.push({ field, message: day.error.issues[0]?.message ?? '' })
    else if (day.data !== null) filters[field] = day.data
  }
  const number = search.asset.normalize('NFKC')
  if (/^[1-9]\d{0,17}$/u.test(number)) filters.subject = number
  return { filters, problems }
}

/** The trail's address with the same search; `before` opens an older page. */
export function trailHref(search: TrailSearch, before: bigint | null = null): string {
  const query = new URLSearchParams()
  const { person, group, from, to, asset } = search
  const said = { person, group, from, to, asset, before: before?.toString() ?? '' }
  for (const [name, value] of Object.entries(said)) if (value) query.set(name, value)
  return query.size > 0 ? `/audit-log?${query.toString()}` : '/audit-log'
}

export function isNarrowed({ person, group, from, to, asset }: TrailSearch): boolean {
  return [person, group, from, to, asset].some((each) => each !== '')
}
