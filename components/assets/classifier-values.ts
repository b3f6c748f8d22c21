import type { KindCode } from '@/lib/domain/asset'
import { personalDataCodes } from '@/lib/domain/asset'
import { familyFor } from '@/lib/domain/classification'
import { readAnswers, type ClassifierFacts } from '@/lib/domain/classifier-questions'
import { decideLevels, type Chosen } from '@/lib/domain/decide-classification'
import { readCount } from '@/lib/domain/field-spelling'
import { zoneCodes, type CategoryCode } from '@/lib/domain/reference'
import type { HandlingRestriction, LevelDefinition, SchemeFamily } from '@/lib/domain/scheme'
import { levelAxes } from '@/lib/domain/scheme'

export type SchemeOfForm = {
  family: SchemeFamily
  levels: LevelDefinition[]
  restrictions: HandlingRestriction[]
}
/** What does not change while the form is open: the kind, whose asset it is, and the schemes in force. */
export type ClassifierSetting = {
  kind: KindCode
  category: CategoryCode
  schemes: Partial<Record<SchemeFamily, SchemeOfForm>>
}

/** The decision that follows from the form's texts; the server decides by the same functions. */
export function decisionOf(setting: ClassifierSetting, values: Record<string, string | undefined>) {
  const zone = zoneCodes.find((code) => code === values['zone']) ?? null
  const count = readCount(values['dataSubjects'] ?? '')
  const family = familyFor(setting.category, zone)
  const scheme = setting.schemes[family] ?? { family, levels: [], restrictions: [] }
  const facts: ClassifierFacts = {
    family,
    kind: setting.kind,
    zone,
    personalData: personalDataCodes.find((code) => code === values['personalData']) ?? null,
    dataSubjects: count.kind === 'count' ? count.count : null,
  }
  const given = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith('answer-') ? [[name.slice(7), value] as const] : [],
  )
  const answers = readAnswers(Object.fromEntries<string | undefined>(given))
  const chosen: Chosen = {}
  for (const axis of levelAxes) {
    const code = values[`level-${axis}`]
    if (code && scheme.levels.some((level) => level.axis === axis && level.code === code)) chosen[axis] = code
  }
  const current: Chosen = {}
  for (const axis of levelAxes) {
    const code = values[`current-${axis}`]
    if (code && scheme.levels.some((level) => level.axis === axis && level.code === code))
      current[axis] = code
  }
  return {
    facts,
    answers,
    scheme,
    current,
    decision: decideLevels(facts, answers, chosen, scheme.levels, current),
  }
}
