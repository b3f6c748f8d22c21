import type { PolicyArea } from '@/lib/domain/policy-area'
import { axesOf, type LevelCodes } from '@/lib/domain/classification'
import type { Level, LevelAxis, SchemeFamily, SchemeStatus } from '@/lib/domain/scheme'

export const axisLabels: Record<LevelAxis, string> = {
  confidentiality: '機密性',
  integrity: '完全性',
  availability: '可用性',
  importance: '重要性分類',
}

export const schemeFamilyLabels: Record<SchemeFamily, string> = { municipal: '自治体', education: '教育' }

export const schemeStatusLabels: Record<SchemeStatus, string> = {
  draft: '準備中',
  inForce: '施行中',
  retired: '廃止',
}

/** A level in full, for screen readers and sentences: 自治体機密性3B, 重要性分類Ⅱ. */
export function levelInWords(family: SchemeFamily, axis: LevelAxis, label: string): string {
  const prefix = family === 'municipal' && axis === 'confidentiality' ? '自治体' : ''
  return `${prefix}${axisLabels[axis]}${label}`
}

type Words = { family: SchemeFamily; levels: readonly Pick<Level, 'axis' | 'code' | 'label'>[] }

/** 「自治体機密性2・完全性1・可用性1」, in the words of the version that they were given under. */
export function levelsInWords({ family, levels }: Words, given: LevelCodes): string {
  const said = axesOf[family].flatMap((axis) => {
    const level = levels.find((each) => each.axis === axis && each.code === given[axis])
    return level ? [levelInWords(family, axis, level.label)] : []
  })
  return said.join('・')
}

/** 地方自治法施行規則16条の3: the areas by which a city shows what it does. */
export const policyAreaLabels: Record<PolicyArea, string> = {
  1: '①組織体制',
  2: '②情報資産の分類・取扱制限・管理',
  3: '③物理的対策',
  4: '④人的対策',
  5: '⑤技術的対策',
  6: '⑥運用（監視・遵守確認・インシデント）',
  7: '⑦業務委託・クラウド',
  8: '⑧監査・自己点検・見直し',
}
