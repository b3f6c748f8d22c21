import type { Role, ScopeKind } from '@/lib/domain/access'
import type { GrantRefusal } from '@/lib/domain/granting'
import { roles } from '@/lib/domain/access'

export const roleLabels: Record<Role, string> = {
  ciso: '最高情報セキュリティ責任者（CISO）',
  chiefOfficer: '統括情報セキュリティ責任者',
  educationChief: '統括教育情報セキュリティ責任者',
  secretariat: '事務局',
  bureauOfficer: '情報セキュリティ責任者',
  assetManager: '情報セキュリティ管理者',
  assetClerk: '情報資産担当者',
  educationOfficer: '教育情報セキュリティ責任者',
  auditor: '情報セキュリティ監査人',
  portalAdmin: 'ポータル管理者',
  system: 'システム',
}

/** Other ways in which lists of people write a role, after NFKC. */
const roleSpellings: Readonly<Record<string, Role>> = {
  CISO: 'ciso',
  最高情報セキュリティ責任者: 'ciso',
  教育情報セキュリティ管理者: 'assetManager',
}

/** The role that a list of people names, by its label or another spelling; null when there is none. */
export function roleFromWords(text: string): Role | null {
  const given = text.normalize('NFKC').replace(/\s+/gu, '')
  const labelled = roles.find((role) => roleLabels[role].normalize('NFKC') === given)
  return labelled ?? roleSpellings[given] ?? null
}

export const roleDescriptions: Record<Role, string> = {
  ciso: '全庁の台帳を見て、最も重い判断を行います。',
  chiefOfficer: '全庁の台帳を見て、承認と定期見直しを統括します。',
  educationChief: '学校の台帳を見て、学校についての重い判断を行います。',
  secretariat: '組織・人・分類体系を整えます。承認は行いません。',
  bureauOfficer: '部局の台帳を見て、課の登録を確かめます。',
  assetManager: '課の情報資産を登録し、分類と廃棄を決めます。学校では校長が務めます。',
  assetClerk: '課の情報資産を下書きし、内容を更新します。',
  educationOfficer: '学校の台帳を見て、標準台帳を整えます。',
  auditor: '台帳と記録のすべてを見ます。変更は行いません。',
  portalAdmin: '利用者のアカウントと稼働状況を管理します。台帳は見ません。',
  system: '定められた処理を自動で行います。',
}

export const scopeKindLabels: Record<ScopeKind, string> = {
  department: '所属とその下',
  schools: 'すべての学校',
  executiveBody: '一つの議会・執行機関',
  everything: '全庁',
}

export const grantRefusalLabels: Record<GrantRefusal, string> = {
  ownGrant: '自分自身に役割を付けることはできません。別の担当者に依頼してください。',
  roleNotGrantable: 'この役割を付けるには、統括情報セキュリティ責任者又はCISOの操作が必要です。',
  scopeNotAllowed: 'この役割には、その範囲を選べません。範囲を選び直してください。',
}
