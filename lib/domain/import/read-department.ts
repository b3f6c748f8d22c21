import { placeInWords } from '../department'
import type { ResolvedDepartment } from '../department-name'
import type { City, CityDepartment } from './city-words'
import { isInBureau, type Resolves, type Written } from './resolve-words'
import type { RowNotes } from './row-notes'

export type DepartmentRead = { id: string; code: string } | null
type Places = { code: number | null; bureau: number | null; department: number | null }

/** What stands around the row: the sections above it (nearest last), and what sheet or title say. */
export type Surroundings = { sections: readonly string[]; sheet: readonly string[] }

/** Whose row it is: code, 部局+課, name; only where all three are blank the section, and then the sheet. */
export function readDepartment(
  written: Written,
  places: Places,
  { around, city, resolves }: { around: Surroundings; city: City; resolves: Resolves },
  notes: RowNotes,
): DepartmentRead {
  if (city.organization.departments.length === 0) return null
  const at = places.department ?? places.code ?? places.bureau ?? 0
  const isBlank = written.code === '' && written.bureau === '' && written.name === ''
  if (isBlank) {
    const found = aroundTheRow(around, resolves)
    if (!found) return notes.problem(at, 'department', 'departmentMissing')
    if (found.isSection) notes.notice(at, 'department', 'sectionUsed', [found.text])
    return settle(found.resolved, { code: '', bureau: '', name: found.text }, at, city, notes)
  }
  return settle(narrowed(written, around, resolves), written, at, city, notes)
}

/** 総務課 alone stands in many bureaus: section or sheet may say which. */
function narrowed(written: Written, around: Surroundings, resolves: Resolves) {
  const found = resolves(written)
  if (found.kind !== 'ambiguous' || written.bureau !== '') return found
  for (const bureau of [...around.sections.slice(-1), ...around.sheet]) {
    const below = resolves({ ...written, bureau })
    if (below.kind === 'found') return below
  }
  return found
}

function aroundTheRow({ sections, sheet }: Surroundings, resolves: Resolves) {
  const last = sections.at(-1)
  const tries: { text: string; bureau: string; isSection: boolean }[] = [
    ...(last === undefined ? [] : [{ text: last, bureau: sections.at(-2) ?? '', isSection: true }]),
    ...(last === undefined ? [] : [...sheet].map((bureau) => ({ text: last, bureau, isSection: true }))),
    ...(last === undefined ? [] : [{ text: last, bureau: '', isSection: true }]),
    ...sheet.map((text) => ({ text, bureau: '', isSection: false })),
  ]
  const found = tries.map((one) => ({
    ...one,
    resolved: resolves({ code: '', bureau: one.bureau, name: one.text }),
  }))
  const isClear = ({ resolved }: (typeof found)[number]) =>
    resolved.kind === 'found' || resolved.kind === 'renamed'
  return found.find(isClear) ?? found.find(({ resolved }) => resolved.kind === 'ambiguous') ?? null
}

function settle(
  found: ResolvedDepartment<CityDepartment>,
  written: Written,
  at: number,
  city: City,
  notes: RowNotes,
): DepartmentRead {
  if (found.kind === 'found') return { id: String(found.department.id), code: found.department.code }
  const word = [written.code, written.bureau, written.name].filter((part) => part !== '').join(' ')
  if (found.kind === 'unknown') return notes.problem(at, 'department', 'unknownDepartment', [word])
  if (found.kind === 'ambiguous') {
    const mine = found.candidates.filter(({ id }) => city.reach.has(id))
    const [only, ...others] = mine
    if (only !== undefined && others.length === 0) {
      const told = [
        word,
        String(found.candidates.length),
        placeInWords(city.organization.departments, only.id),
      ]
      notes.notice(at, 'department', 'withinReach', told)
      return { id: String(only.id), code: only.code }
    }
    const asked = mine.length > 0 ? mine : found.candidates
    const codes = asked.map(({ code }) => code)
    return notes.problem(at, 'department', 'ambiguousDepartment', [word, String(asked.length), ...codes])
  }
  const [only, ...others] = found.successors
  if (only === undefined) return notes.problem(at, 'department', 'closedDepartment', [found.former.name])
  if (others.length > 0) {
    const names = found.successors.map(({ name }) => name)
    return notes.problem(at, 'department', 'severalSuccessors', [found.former.name, ...names])
  }
  const step = city.organization.successions.find(({ fromId }) => fromId === found.former.id)
  const told = [found.former.name, only.name, step?.effectiveOn ?? '', step?.kind ?? '']
  notes.notice(at, 'department', 'successor', told)
  if (!isInBureau(city, found.former, written.bureau))
    notes.notice(at, 'bureau', 'bureauDiffers', [written.bureau, found.former.name])
  return { id: String(only.id), code: only.code }
}
