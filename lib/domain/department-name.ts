import type { DepartmentRow, Organization } from './department'
import { isCurrent, lineOf, successorsOf } from './department'

export type ResolvedDepartment<D> =
  | { kind: 'found'; department: D }
  | { kind: 'ambiguous'; candidates: readonly D[] }
  /** An old name or code: `successors` answer for it today (several after a split; none if it lies in the future). */
  | { kind: 'renamed'; former: D; successors: readonly D[] }
  | { kind: 'unknown' }

/** Names compare by NFKC without spaces: ボランティア・ＮＰＯ課 is ボランティア・NPO課. */
export function foldName(name: string | null): string {
  return (name ?? '').normalize('NFKC').replace(/\s+/gu, '')
}

/**
 * The department that somebody wrote down. A code identifies; otherwise 課 with 部局, which may be any ancestor
 * (消防局/行徳出張所); a name alone only when just one current department has it. Day is YYYY-MM-DD.
 */
export function resolveDepartment<D extends DepartmentRow>(
  organization: Organization<D>,
  written: { code?: string | null; bureau?: string | null; name?: string | null },
  day: string,
): ResolvedDepartment<D> {
  const code = foldName(written.code ?? null)
  if (code !== '') {
    const byCode = organization.departments.find((row) => row.code === code)
    return byCode ? settle(organization, [byCode], day) : { kind: 'unknown' }
  }
  const { bureau, name } = split(foldName(written.bureau ?? null), foldName(written.name ?? null))
  const wanted = name === '' ? bureau : name
  if (wanted === '') return { kind: 'unknown' }
  const named = organization.departments.filter((row) => foldName(row.name) === wanted)
  const below =
    name === '' || bureau === '' ? named : named.filter((row) => standsBelow(organization, row, bureau))
  const inBureau = settle(organization, below, day)
  if (inBureau.kind !== 'unknown') return inBureau
  // An abolished department is often filed under the bureau of today: its name alone, if no current one bears it.
  const former = named.filter((row) => !isCurrent(row, day))
  return former.length === named.length ? settle(organization, former, day) : { kind: 'unknown' }
}

/** 「市民部 市民課」「市民部/市民課」 written into one cell. */
function split(bureau: string, name: string): { bureau: string; name: string } {
  const parts = name.split(/[/／>＞]/u).filter((part) => part !== '')
  const last = parts.at(-1)
  if (parts.length < 2 || last === undefined) return { bureau, name }
  return { bureau: bureau === '' ? (parts[0] ?? '') : bureau, name: last }
}

function standsBelow<D extends DepartmentRow>(
  organization: Organization<D>,
  row: D,
  bureau: string,
): boolean {
  return lineOf(organization.departments, row.id).some((above) => foldName(above.name) === bureau)
}

function settle<D extends DepartmentRow>(
  organization: Organization<D>,
  candidates: readonly D[],
  day: string,
): ResolvedDepartment<D> {
  const current = candidates.filter((row) => isCurrent(row, day))
  const [only, ...others] = current.length > 0 ? current : candidates
  if (only === undefined) return { kind: 'unknown' }
  if (others.length > 0) return { kind: 'ambiguous', candidates: [only, ...others] }
  if (isCurrent(only, day)) return { kind: 'found', department: only }
  return { kind: 'renamed', former: only, successors: successorsOf(organization, only.id, day) }
}
