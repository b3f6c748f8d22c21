import { z } from 'zod'
import { foldName } from '@/lib/domain/department-name'

/** What the list's address may say. `all`: departments of other days too. */
export const departmentSearchInput = z.object({
  q: z.string().trim().max(100).catch(''),
  all: z
    .string()
    .catch('')
    .transform((given) => given === '1'),
})

type Named = { code: string; name: string; formerly: readonly { name: string }[] }

/** Those whose name, former name or code has the word in it. */
export function matchingDepartments<D extends Named>(departments: readonly D[], q: string): D[] {
  const wanted = foldName(q)
  return departments.filter(({ code, name, formerly }) =>
    [code, name, ...formerly.map((former) => former.name)].some((text) => foldName(text).includes(wanted)),
  )
}

export function departmentsHref({ q, all }: { q: string; all: boolean }): string {
  const query = new URLSearchParams()
  if (q !== '') query.set('q', q)
  if (all) query.set('all', '1')
  return query.size > 0 ? `/departments?${query.toString()}` : '/departments'
}
