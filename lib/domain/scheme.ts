import type { PolicyArea } from './policy-area'

/** Shapes of a classification scheme: versioned data (decision 11), never rules in code. */
export const levelAxes = ['confidentiality', 'integrity', 'availability', 'importance'] as const
export type LevelAxis = (typeof levelAxes)[number]

export const schemeFamilies = ['municipal', 'education'] as const
export type SchemeFamily = (typeof schemeFamilies)[number]

export const schemeStatuses = ['draft', 'inForce', 'retired'] as const
export type SchemeStatus = (typeof schemeStatuses)[number]

/** `rank` orders the levels of one axis: the higher, the stricter. `code` is stable, `label` is the city's. */
export type Level = { axis: LevelAxis; code: string; label: string; rank: number }
export type LevelDefinition = Level & { criterion: string; example: string }

/** Follows from any level of `axis` with at least `minRank`. `area`: the area of 施行規則16条の3 it is evidence for. */
export type HandlingRestriction = {
  axis: LevelAxis
  minRank: number
  code: string
  text: string
  area: PolicyArea
}

export type SchemeDefinition = {
  code: string
  family: SchemeFamily
  label: string
  source: string
  effectiveOn: string
  status: SchemeStatus
  levels: readonly LevelDefinition[]
  restrictions: readonly HandlingRestriction[]
}

export function isAxis(word: string): word is LevelAxis {
  return levelAxes.some((axis) => axis === word)
}
