import type { DepartmentRow } from '../department'
import { lineOf } from '../department'
import { foldName, resolveDepartment, type ResolvedDepartment } from '../department-name'
import type { AnswerOf } from './answers'
import type { City, CityDepartment } from './city-words'

export type Written = { code: string; bureau: string; name: string }
export type Resolves = (written: Written) => ResolvedDepartment<CityDepartment>

/** `resolveDepartment` for a file of many rows: each way of writing is looked up once. */
export function departmentFinder(city: City, answerOf: AnswerOf): Resolves {
  const known = new Map<string, ResolvedDepartment<CityDepartment>>()
  return (written) => {
    const key = JSON.stringify([written.code, written.bureau, written.name])
    const before = known.get(key)
    if (before) return before
    const word = [written.code, written.bureau, written.name].filter((part) => part !== '').join(' ')
    const answer = answerOf('department', word)
    const found = resolve(city, answer === null ? written : { code: answer, bureau: '', name: '' })
    known.set(key, found)
    return found
  }
}

/** As the portal reads it; else 「市民部 市民課」 and 「市民部市民課」 taken apart, as people write them into one cell. */
function resolve(city: City, { code, bureau, name }: Written): ResolvedDepartment<CityDepartment> {
  const given = { code: code.replace(/^'/u, ''), bureau, name }
  const { organization, today } = city
  const found = resolveDepartment(organization, given, today)
  if (found.kind !== 'unknown') return found
  if (given.code !== '') return withoutCode(city, given)
  const whole = foldName(name === '' ? bureau : name)
  const parts = (name === '' ? bureau : name).split(/[\s\u3000・･>＞→|-]+/u).filter((part) => part !== '')
  const last = parts.at(-1)
  if (parts.length > 1 && last !== undefined) {
    const apart = resolveDepartment(organization, { bureau: parts.at(-2) ?? '', name: last }, today)
    if (apart.kind !== 'unknown') return apart
  }
  for (const above of organization.departments) {
    const prefix = foldName(above.name)
    if (prefix === '' || prefix === whole || !whole.startsWith(prefix)) continue
    const joined = resolveDepartment(
      organization,
      { bureau: above.name, name: whole.slice(prefix.length) },
      today,
    )
    if (joined.kind !== 'unknown' && joined.kind !== 'renamed') return joined
  }
  const plain = plainName(name)
  return plain === name ? { kind: 'unknown' } : resolve(city, { code, bureau, name: plain })
}

/** 市民安全課 防犯係, 危機管理課長, 総合市民相談課（消費生活センター）: the 課 that is meant. */
function plainName(name: string): string {
  const folded = name.normalize('NFKC').trim()
  const bare = folded.replace(/\s*\([^()]*\)$/u, '')
  if (bare !== folded) return bare
  if (/(?:課|室|局|所|署|館)長$/u.test(folded)) return folded.slice(0, -1)
  return (
    /^(.*?(?:課|室|局|署))[\s・]*[^\s・課室局署]{1,10}(?:係|班|担当|グループ)$/u.exec(folded)?.[1] ?? name
  )
}

/** Excel drops the zeros in front of a code; a code of another list than ours leaves 部局 and 課 to decide. */
function withoutCode(city: City, { code, bureau, name }: Written): ResolvedDepartment<CityDepartment> {
  const { organization, today } = city
  const [length, ...others] = new Set(organization.departments.map((row) => row.code.length))
  const digits = code.normalize('NFKC').trim()
  if (length !== undefined && others.length === 0 && /^\d+$/u.test(digits) && digits.length < length) {
    const padded = resolveDepartment(organization, { code: digits.padStart(length, '0') }, today)
    const isNamed = padded.kind === 'found' && foldName(padded.department.name) === foldName(name)
    if (padded.kind === 'found' && (name === '' || isNamed)) return padded
  }
  return name === '' ? { kind: 'unknown' } : resolve(city, { code: '', bureau, name })
}

/** Whether a written bureau is one of the line of that department, or blank. */
export function isInBureau(city: City, department: DepartmentRow, bureau: string): boolean {
  const wanted = foldName(bureau)
  if (wanted === '') return true
  return lineOf(city.organization.departments, department.id).some((row) => foldName(row.name) === wanted)
}
