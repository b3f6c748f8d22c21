import { z } from 'zod'
import { foldName } from '@/lib/domain/department-name'

const flag = z
  .string()
  .catch('')
  .transform((given) => given === '1')

/** What the list's address may say. `all`: departments of other days too; `lacking`: those where a role is missing. */
export const departmentSearchInput = z.object({
  q: z.string().trim().max(100).catch(''),
  all: flag,
  lacking: flag,
})
export type DepartmentSearch = z.output<typeof departmentSearchInput>

/** The roles that every 課・室・学校 needs somebody for. */
export const neededRoles = ['assetManager', 'assetClerk'] as const
export type NeededRole = (typeof neededRoles)[number]

type Staffed = {
  id: bigint
  parentId: bigint | null
  depth: number
  validFrom: string
  validTo: string | null
  heldRoles: readonly NeededRole[]
}

/**
 * Which needed roles nobody holds, department by department; a bureau leaves them to those below it. null: not asked,
 * because the department is not there on that day, or because the viewer may not know (`day` null).
 */
export function withLacks<D extends Staffed>(departments: readonly D[], day: string | null) {
  const isThere = ({ validFrom, validTo }: Staffed) =>
    day !== null && validFrom <= day && (validTo === null || validTo >= day)
  const parents = new Set(departments.filter(isThere).map(({ parentId }) => parentId))
  return departments.map((department) => ({
    ...department,
    lacks:
      isThere(department) && (department.depth > 0 || !parents.has(department.id))
        ? neededRoles.filter((role) => !department.heldRoles.includes(role))
        : null,
  }))
}

type Listed = {
  code: string
  name: string
  formerly: readonly { name: string }[]
  lacks: readonly NeededRole[] | null
}

/** Those whose name, former name or code has the word in it; with `lacking`, of them those where a role is missing. */
export function matchingDepartments<D extends Listed>(
  departments: readonly D[],
  { q, lacking }: Pick<DepartmentSearch, 'q' | 'lacking'>,
): D[] {
  const wanted = foldName(q)
  return departments.filter(
    ({ code, name, formerly, lacks }) =>
      (!lacking || (lacks !== null && lacks.length > 0)) &&
      [code, name, ...formerly.map((former) => former.name)].some((text) => foldName(text).includes(wanted)),
  )
}

export function departmentsHref({ q, all, lacking }: Partial<DepartmentSearch>): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (all) query.set('all', '1')
  if (lacking) query.set('lacking', '1')
  return query.size > 0 ? `/departments?${query.toString()}` : '/departments'
}
