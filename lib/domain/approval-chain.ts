import type { Role } from './access'
import type { CategoryCode } from './reference'
import type { LevelAxis } from './scheme'
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

const decisiveAxes = ['confidentiality', 'importance'] as const

/**
 * Who has to approve one item: the manager of the department; for a transfer the accepting one too; and at most one
 * second approver, the highest that anything asks for. The database computes the same (required_duties).
 */
export function requiredDuties(item: ProposedItem, category: CategoryCode, rankOf: RankOf): readonly Duty[] {
  const first: Duty[] = item.kind === 'transfer' ? ['manager', 'accepting'] : ['manager']
  const second = secondDuty(item, category, rankOf)
  return second === null ? first : [...first, second]
}

function secondDuty(item: ProposedItem, category: CategoryCode, rankOf: RankOf): Duty | null {
  const falls = lowers(item, rankOf)
  if (category === 'school') return falls || reachesTop(item) ? 'educationChief' : null
  const { confidentiality } = item.before
  if (reachesTop(item) || (falls && (confidentiality === '3A' || confidentiality === '3B'))) return 'ciso'
  return falls ? 'officer' : null
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
  rankOf: RankOf,
): readonly Duty[] {
  const wanted = new Set(items.flatMap((item) => requiredDuties(item, category, rankOf)))
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
