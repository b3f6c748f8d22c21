import type { SuccessionKind } from '@/lib/domain/department'
import type { CategoryCode, ExecutiveBodyCode } from '@/lib/domain/reference'

export const categoryLabels: Record<CategoryCode, string> = {
  internal: '内部部局',
  committee: '行政委員会及び委員',
  assemblyOffice: '議会事務局',
  fireHeadquarters: '消防本部',
  fireStation: '消防署',
  school: '学校',
}

export const executiveBodyLabels: Record<ExecutiveBodyCode, string> = {
  mayor: '市長',
  boardOfEducation: '教育委員会',
  electionCommission: '選挙管理委員会',
  auditCommissioners: '監査委員',
  equityCommission: '公平委員会',
  agriculturalCommission: '農業委員会',
  propertyAssessmentCommittee: '固定資産評価審査委員会',
  assembly: '議会',
}

export const successionKindLabels: Record<SuccessionKind, string> = {
  rename: '名称変更',
  merge: '統合',
  split: '分割',
  abolish: '廃止',
}

export const employmentLabels = {
  regular: '正規',
  fiscalYear: '会計年度任用',
  outsourced: '委託等',
  system: '自動処理',
} as const
