import type { Audience } from './asset'
import type { CategoryCode, ZoneCode } from './reference'
import { networkOf } from './reference'
import type { Level, LevelAxis, SchemeFamily } from './scheme'
import { levelAxes } from './scheme'

/** The code of a level on each axis; null = not classified on it. */
export type LevelCodes = Record<LevelAxis, string | null>
export type Classification = {
  family: SchemeFamily
  schemeCode: string
  levels: LevelCodes
  audience: Audience | null
}

export const unclassified: LevelCodes = {
  confidentiality: null,
  integrity: null,
  availability: null,
  importance: null,
}

/**
 * Which family of scheme applies (domain §3, §4). A school's asset follows the education scheme, unless it lies on a
 * 庁内 zone: then the municipal one applies. Everything else is municipal, on whatever zone: a fact to report, not an error.
 */
export function familyFor(category: CategoryCode, zone: ZoneCode | null): SchemeFamily {
  const onMunicipalZone = zone !== null && networkOf(zone) === 'municipal'
  return category === 'school' && !onMunicipalZone ? 'education' : 'municipal'
}

/** The axis that leads in each family: the one shown first, and the one that sorts. */
export const leadingAxis: Record<SchemeFamily, LevelAxis> = {
  municipal: 'confidentiality',
  education: 'importance',
}

export const axesOf: Record<SchemeFamily, readonly LevelAxis[]> = {
  municipal: ['confidentiality', 'integrity', 'availability'],
  education: ['importance', 'confidentiality', 'integrity', 'availability'],
}

export const requiredAxes: Record<SchemeFamily, readonly LevelAxis[]> = {
  municipal: ['confidentiality', 'integrity', 'availability'],
  education: ['importance'],
}

/** Levels of one axis, the strictest first. Axes stay separate: there is no total score. */
export function levelsOf<L extends Level>(levels: readonly L[], axis: LevelAxis): readonly L[] {
  return levels.filter((level) => level.axis === axis).sort((a, b) => b.rank - a.rank)
}

export function rankOf(levels: readonly Level[], axis: LevelAxis, code: string | null): number | null {
  return levels.find((level) => level.axis === axis && level.code === code)?.rank ?? null
}

/** "2以上" means {2, 3C, 3B, 3A}: the codes of at least this level. An unknown code yields none. */
export function codesFrom(levels: readonly Level[], axis: LevelAxis, code: string): readonly string[] {
  const from = rankOf(levels, axis, code)
  if (from === null) return []
  return levelsOf(levels, axis).flatMap((level) => (level.rank >= from ? [level.code] : []))
}

export function isAtLeast(
  levels: readonly Level[],
  axis: LevelAxis,
  code: string | null,
  floor: string,
): boolean {
  return code !== null && codesFrom(levels, axis, floor).includes(code)
}

export type MissingPart = LevelAxis | 'audience'

/** What a classification still lacks. Municipal: all three axes. Education: importance and who may access. */
export function missingParts(
  input: Pick<Classification, 'family' | 'levels' | 'audience'>,
): readonly MissingPart[] {
  const axes = requiredAxes[input.family].filter((axis) => input.levels[axis] === null)
  return input.family === 'education' && input.audience === null ? [...axes, 'audience'] : axes
}

export function isComplete(input: Pick<Classification, 'family' | 'levels' | 'audience'>): boolean {
  return missingParts(input).length === 0
}

export type LevelChange = {
  axis: LevelAxis
  before: string | null
  after: string | null
  direction: 'raised' | 'lowered' | 'set' | 'removed'
}

/** The axes that differ between two sets of levels of one scheme. */
export function compareLevels(
  levels: readonly Level[],
  before: LevelCodes,
  after: LevelCodes,
): readonly LevelChange[] {
  return levelAxes.flatMap((axis) => {
    if (before[axis] === after[axis]) return []
    const from = rankOf(levels, axis, before[axis])
    const to = rankOf(levels, axis, after[axis])
    const direction = to === null ? 'removed' : from === null ? 'set' : to > from ? 'raised' : 'lowered'
    return [{ axis, before: before[axis], after: after[axis], direction }]
  })
}

/**
 * Whether confidentiality or importance falls: that needs a second approver (domain §6). A change of scheme counts as
 * lowering, and so does a level that is taken away.
 */
export function isLowering(levels: readonly Level[], before: Classification, after: Classification): boolean {
  if (before.schemeCode !== after.schemeCode) return true
  return compareLevels(levels, before.levels, after.levels).some(
    ({ axis, direction }) =>
      (axis === 'confidentiality' || axis === 'importance') &&
      (direction === 'lowered' || direction === 'removed'),
  )
}

/** Old → new is not one-to-one: these must be judged anew by a person, never converted (domain §4). */
export function mustBeJudgedAnew(oldConfidentiality: string, hasPersonalData: boolean): boolean {
  return oldConfidentiality === '3' || (oldConfidentiality === '2' && hasPersonalData)
}
