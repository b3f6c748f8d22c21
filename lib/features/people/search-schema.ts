import { z } from 'zod'
import { roles } from '@/lib/domain/access'

const word = z.preprocess(
  (given) => (Array.isArray(given) ? (given[0] as unknown) : given),
  z.string().max(100).catch(''),
)
const place = word.transform((given) => (given === '' ? undefined : given))

/** What the list's address may say; anything else counts as not said. `state`: grants that end soon, or none at all. */
export const peopleSearchInput = z.object({
  q: word.transform((given) => given.trim()),
  role: word.pipe(z.enum(['', ...roles]).catch('')),
  department: word.transform((given) => (/^\d{1,18}$/u.test(given) ? BigInt(given) : null)),
  state: word.pipe(z.enum(['', 'ending', 'none']).catch('')),
  ended: word.transform((given) => given === 'on'),
  after: place,
  before: place,
})
export type PeopleSearch = z.output<typeof peopleSearchInput>

/** The address of the list with some of the search changed; a changed filter begins at the first page. */
export function peopleHref(search: PeopleSearch, change: Partial<PeopleSearch> = {}): string {
  const { q, role, department, state, ended, after, before } = {
    ...search,
    after: undefined,
    before: undefined,
    ...change,
  }
  const query = new URLSearchParams()
  const said = { q, role, department: department?.toString(), state, ended: ended ? 'on' : '', after, before }
  for (const [name, value] of Object.entries(said)) if (value) query.set(name, value)
  return query.size > 0 ? `/people?${query.toString()}` : '/people'
}

/** A key as an address holds it; null when it is none. */
export function keyInAddress(text: string): bigint | null {
  return /^\d{1,18}$/u.test(text) ? BigInt(text) : null
}
