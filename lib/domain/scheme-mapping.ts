import type { PersonalData } from './asset'
import { requiredAxes, unclassified, type LevelCodes } from './classification'
import { levelAxes, type Level, type LevelAxis, type SchemeFamily } from './scheme'

/** For which assets a line holds: what nobody has entered counts as personal data. */
export const mappingConditions = ['always', 'personal', 'notPersonal'] as const
export type MappingCondition = (typeof mappingConditions)[number]

/** What becomes of one level of the earlier version. `toCode` null: a person judges anew. */
export type MappingLine = {
  axis: LevelAxis
  fromCode: string
  condition: MappingCondition
  toCode: string | null
}
/** From one version of a family to another; both by code. */
export type SchemeMapping = {
  from: string
  to: string
  family: SchemeFamily
  lines: readonly MappingLine[]
}

/** `proposed`: every level follows; null: the named axes are to be judged. */
export type MappedLevels = { proposed: LevelCodes | null; judge: readonly LevelAxis[] }

/** Not `none`, and not known, are personal data: what is unknown is never treated as harmless (domain §4). */
export function countsAsPersonal(personalData: PersonalData | null): boolean {
  return personalData !== 'none'
}

/**
 * What follows of an asset's levels in the new version, and what does not. An axis that the scheme does not ask for may
 * stay without a level. The database computes the same (mapped_levels); a test holds both equal.
 */
export function mapLevels(
  { family, lines }: Pick<SchemeMapping, 'family' | 'lines'>,
  levels: LevelCodes,
  personalData: PersonalData | null,
): MappedLevels {
  const condition = countsAsPersonal(personalData) ? 'personal' : 'notPersonal'
  const proposed = { ...unclassified }
  const judge: LevelAxis[] = []
  for (const axis of levelAxes) {
    const code = levels[axis]
    const line = lines.find(
      (each) =>
        each.axis === axis &&
        each.fromCode === code &&
        (each.condition === 'always' || each.condition === condition),
    )
    proposed[axis] = line?.toCode ?? null
    const isOpen = code === null ? requiredAxes[family].includes(axis) : proposed[axis] === null
    if (isOpen) judge.push(axis)
  }
  return judge.length === 0 ? { proposed, judge } : { proposed: null, judge }
}

export const mappingRefusals = ['notFound', 'otherFamily', 'used', 'stale', 'notWhole'] as const
/** Why a mapping is not written. */
export type MappingRefusal = (typeof mappingRefusals)[number]

export type MappingGap = Pick<MappingLine, 'axis' | 'fromCode'> & {
  problem: 'missing' | 'ambiguous' | 'unknownTarget'
}

/**
 * What keeps a mapping from being whole: every level of the earlier version has one line for all assets, or one for
 * those with personal data and one for the others, each to a level of the new version or to a judgement.
 */
export function mappingGaps(
  lines: readonly MappingLine[],
  from: readonly Pick<Level, 'axis' | 'code'>[],
  to: readonly Pick<Level, 'axis' | 'code'>[],
): readonly MappingGap[] {
  return from.flatMap(({ axis, code: fromCode }): MappingGap[] => {
    const found = lines.filter((line) => line.axis === axis && line.fromCode === fromCode)
    const holds = found.map(({ condition }) => condition).sort()
    const isWhole = ['always', 'notPersonal,personal'].includes(holds.join())
    if (!isWhole) {
      const covers = holds.includes('always') || (holds.includes('personal') && holds.includes('notPersonal'))
      return [{ axis, fromCode, problem: covers ? 'ambiguous' : 'missing' }]
    }
    const isKnown = found.every(
      ({ toCode }) => toCode === null || to.some((level) => level.axis === axis && level.code === toCode),
    )
    return isKnown ? [] : [{ axis, fromCode, problem: 'unknownTarget' }]
  })
}

/** The rank of a level within its axis and version; null: there is none. */
type Rank = (code: string | null) => number | null

/**
 * Whether a level falls when the version changes: to at most what the mapping makes of a lower level, unless the mapping
 * makes it of this one. Ranks of two versions say nothing about one another.
 */
export function fallsByMapping(
  lines: readonly MappingLine[],
  axis: LevelAxis,
  rankOf: { before: Rank; after: Rank },
  [before, after]: readonly [string, string | null],
): boolean {
  const rankBefore = (code: string) => rankOf.before(code) ?? -1
  const rankAfter = (code: string | null) => rankOf.after(code) ?? -1
  const ofAxis = lines.filter((line) => line.axis === axis)
  if (after !== null && ofAxis.some((line) => line.fromCode === before && line.toCode === after)) return false
  const below = ofAxis.filter(
    (line) => line.toCode !== null && rankBefore(line.fromCode) < rankBefore(before),
  )
  return rankAfter(after) <= Math.max(-1, ...below.map((line) => rankAfter(line.toCode)))
}

/** Whether no level of the earlier version stands above this one. */
export function isStrictest(
  lines: readonly MappingLine[],
  axis: LevelAxis,
  rankOf: Rank,
  code: string,
): boolean {
  const ofAxis = lines.filter((line) => line.axis === axis)
  const rank = (of: string) => rankOf(of) ?? -1
  return ofAxis.length > 0 && ofAxis.every((line) => rank(line.fromCode) <= rank(code))
}
