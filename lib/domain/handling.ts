import type { TakeOut } from './asset'
import type { LevelCodes } from './classification'
import { rankOf } from './classification'
import type { HandlingRestriction, Level } from './scheme'

/** What must be observed with an asset of these levels: one row a code, in the order of the scheme. */
export function restrictionsFor(
  levels: readonly Level[],
  restrictions: readonly HandlingRestriction[],
  current: LevelCodes,
): readonly HandlingRestriction[] {
  const following = restrictions.filter((restriction) => {
    const rank = rankOf(levels, restriction.axis, current[restriction.axis])
    return rank !== null && rank >= restriction.minRank
  })
  const byCode = new Map<string, HandlingRestriction>()
  for (const restriction of following)
    if (!byCode.has(restriction.code)) byCode.set(restriction.code, restriction)
  // Ⅱ以上 asks for individual permission: the blanket one of Ⅲ no longer applies.
  if (byCode.has('individualTakeOutPermission')) byCode.delete('takeOutPermission')
  return [...byCode.values()]
}

/** 取扱制限の追記: one addition a line, blank lines dropped. */
export function additionsFrom(notes: string | null): readonly string[] {
  return (notes ?? '').split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
}

/** Taking out of a school (domain §4): Ⅱ以上 needs individual permission and a record, Ⅲ may be permitted as a whole. */
export function defaultTakeOut(importance: string | null): TakeOut | null {
  if (importance === 'I' || importance === 'II') return 'individual'
  if (importance === 'III') return 'blanket'
  return importance === 'IV' ? 'unrestricted' : null
}

/** Whether what was chosen is looser than the level allows: a notice beside the field, not a refusal. */
export function isTakeOutTooLoose(importance: string | null, takeOut: TakeOut): boolean {
  const strictness: Record<TakeOut, number> = { unrestricted: 0, blanket: 1, individual: 2, prohibited: 3 }
  const floor = defaultTakeOut(importance)
  return floor !== null && strictness[takeOut] < strictness[floor]
}
