import type { Role } from './access'
import type { CategoryCode } from './reference'
import type { LevelAxis } from './scheme'
import { fallsByMapping, isStrictest, type MappingLine } from './scheme-mapping'
import type { Duty, ProposedItem } from './proposal'

/** Which roles may do a duty, in the order in which it escalates: a school has its own line (domain §6). */
export const dutyRoles: Record<Duty, { school: readonly Role[]; other: readonly Role[] }> = {
  manager: {
    school: ['assetManager', 'educationOfficer', 'educationChief'],
    other: ['assetManager', 'bureauOfficer', 'chiefOfficer'],
  },
  accepting: {
    school: ['assetManager', 'educationOfficer', 'educationChief'],
    other: ['assetManager', 'bureauOfficer', 'chiefOfficer'],
  },
  officer: { school: ['bureauOfficer', 'chiefOfficer'], other: ['bureauOfficer', 'chiefOfficer'] },
  educationChief: { school: ['educationChief'], other: ['educationChief'] },
  ciso: { school: ['ciso'], other: ['ciso'] },
}

/** The rank of a level within its axis and scheme; null: no such level, or not classified. */
export type RankOf = (schemeId: bigint, axis: LevelAxis, code: string | null) => number | null
/** The mapping from one version to another; no lines where there is none. */
export type MappingBetween = (from: bigint, to: bigint) => readonly MappingLine[]
/** What the ledger's schemes say, as far as approvals depend on it. */
export type SchemeRanks = { rankOf: RankOf; mapping: MappingBetween }

const decisiveAxes = ['confidentiality', 'importance'] as const

/**
 * Who has to approve one item: the manager of the department; for a transfer the accepting one too; and at most one
 * second approver, the highest that anything asks for. The database computes the same (required_duties).
 */
export function requiredDuties(
  item: ProposedItem,
  category: CategoryCode,
  schemes: SchemeRanks,
): readonly Duty[] {
  const first: Duty[] = item.kind === 'transfer' ? ['manager', 'accepting'] : ['manager']
  const second = secondDuty(item, category, schemes)
  return second === null ? first : [...first, second]
}

function secondDuty(item: ProposedItem, category: CategoryCode, schemes: SchemeRanks): Duty | null {
  const falls = lowers(item, schemes.rankOf)
  if (category === 'school') return falls || reachesTop(item) ? 'educationChief' : null
  if (reachesTop(item) || (falls && fallsFromStrictest(item, schemes))) return 'ciso'
  return falls ? 'officer' : null
}

/**
 * From 3A or 3B; between two versions, from there or from the strictest level of the earlier one, and only if the mapping
 * says that it falls (docs/adr/0035).
 */
function fallsFromStrictest({ before, judgement }: ProposedItem, { rankOf, mapping }: SchemeRanks): boolean {
  const was = textOf(before['confidentiality'])
  if (was === null || judgement === null) return false
  const [from, to] = [BigInt(String(before['scheme_id'] ?? 0)), judgement.schemeId]
  const isHigh = was === '3A' || was === '3B'
  const lines = from === to ? [] : mapping(from, to)
  if (lines.length === 0) return isHigh
  const axis = 'confidentiality'
  const ranks = {
    before: (code: string | null) => rankOf(from, axis, code),
    after: (code: string | null) => rankOf(to, axis, code),
  }
  const isAbove = isHigh || isStrictest(lines, axis, ranks.before, was)
  return isAbove && fallsByMapping(lines, axis, ranks, [was, judgement.confidentiality])
}

/** 自治体機密性3A or 重要性分類Ⅰ, newly: by registration or by a judgement. */
function reachesTop({ kind, before, judgement }: ProposedItem): boolean {
  const levels = judgement ?? (kind === 'registration' ? before : null)
  if (levels === null) return false
  const isTop = (of: { confidentiality?: unknown; importance?: unknown }) =>
    of.confidentiality === '3A' || of.importance === 'I'
  return isTop(levels) && (kind === 'registration' || !isTop(before))
}

/** Whether confidentiality or importance falls or goes; another scheme counts as lowering. A first judgement lowers nothing. */
export function lowers({ before, judgement }: ProposedItem, rankOf: RankOf): boolean {
  if (judgement === null || (before['classification_id'] ?? null) === null) return false
  const schemeId = BigInt(String(before['scheme_id'] ?? 0))
  if (schemeId !== judgement.schemeId) return true
  return decisiveAxes.some((axis) => {
    const was = rankOf(schemeId, axis, textOf(before[axis]))
    return was !== null && (rankOf(schemeId, axis, judgement[axis]) ?? -1) < was
  })
}

function textOf(value: string | number | boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}

const seconds: readonly Duty[] = ['officer', 'educationChief', 'ciso']

/** The chain of a bundle: what its items ask for together, with the highest second approver. */
export function chainOf(
  items: readonly ProposedItem[],
  category: CategoryCode,
  schemes: SchemeRanks,
): readonly Duty[] {
  const wanted = new Set(items.flatMap((item) => requiredDuties(item, category, schemes)))
  const second = seconds.findLast((duty) => wanted.has(duty))
  return [
    'manager',
    ...(wanted.has('accepting') ? (['accepting'] as const) : []),
    ...(second === undefined ? [] : [second]),
  ]
}

/** Somebody who could decide a duty: `rank` 1 is the post itself, the next ones are whom it escalates to. */
export type Candidate = { personId: bigint; rank: number; absent: boolean }

/** Up to which rank a step is listed: the lowest with somebody who is there; 99 where there is nobody at all. */
export function rankFor(candidates: readonly Candidate[], excluded: ReadonlySet<bigint>): number {
  const ranks = candidates.flatMap(({ personId, rank, absent }) =>
    absent || excluded.has(personId) ? [] : [rank],
  )
  return ranks.length === 0 ? 99 : Math.min(...ranks)
}
