import type { AuditAction, AuditSubject } from '@/lib/domain/audit-event'
import { fieldOfColumn } from '@/lib/domain/audit-event'
import { assetFieldLabels } from './asset'

/** What somebody did, as the end of a sentence that begins with the person: 「○○さんが、…」 */
export const auditActionLabels: Record<AuditAction, string> = {
  'asset.drafted': '情報資産の下書きを保存しました',
  'asset.edited': '情報資産の内容を変更しました',
  'asset.registered': '情報資産を登録しました',
  'asset.classified': '情報資産を分類しました',
  'asset.reclassified': '情報資産の分類を変更しました',
  'asset.confirmed': '情報資産の内容に変わりがないことを確認しました',
  'asset.movedToSuccessor': '情報資産を後継の課へ移しました',
  'asset.disposed': '情報資産の廃棄を記録しました',
  'asset.cancelled': '下書きを取り消しました',
  'asset.transferred': '情報資産の所管課を移しました',
  'asset.merged': '情報資産を統合しました',
  'assets.imported': '情報資産を取り込みました',
  'proposal.submitted': '承認を受けるため提出しました',
  'proposal.approved': '提出を承認し、台帳に反映しました',
  'proposal.passed': '提出を承認し、次の承認へ進めました',
  'proposal.returned': '提出を差し戻しました',
  'proposal.withdrawn': '提出を取り下げました',
  'proposal.baseChanged': '元の内容が変わった提出を、もう一度承認待ちにしました',
  'proposal.overtaken': '情報資産の状態が変わったため、提出を打ち切りました',
  'proposal.seenByPrincipal': '代決された提出を確かめました（後閲）',
  'proposals.carriedOver': '登録を待つ下書きを承認待ちにしました',
  'approval.escalated': '承認待ちの提出を、次に承認できる人にも表示しました',
  'deputy.named': '代決者を決めました',
  'deputy.ended': '代決を終了しました',
  'session.opened': 'サインインしました',
  'session.refused': 'サインインできませんでした',
  'session.ended': 'サインアウトしました',
  'session.endedByAdministrator': '利用者のサインインを解除しました',
  'password.changed': 'パスワードを変更しました',
  'password.changeRefused': 'パスワードを変更できませんでした',
  'password.issued': '最初のパスワードを発行しました',
  'password.reset': '仮のパスワードを発行しました',
  'person.added': '利用者を追加しました',
  'person.edited': '利用者の情報を変更しました',
  'person.ended': '利用者の利用を終了しました',
  'people.imported': '利用者を取り込みました',
  'grant.given': '役割を付けました',
  'grant.renewed': '役割の期限を更新しました',
  'grant.ended': '役割を終了しました',
  'department.added': '部署を追加しました',
  'department.edited': '部署の情報を変更しました',
  'department.closed': '部署を廃止しました',
  'department.succeeded': '部署の後継を記録しました',
  'organization.imported': '組織を取り込みました',
  'organization.reorganised': '組織改編を行いました',
  'reference.loaded': '区分の一覧を読み込みました',
  'scheme.loaded': '分類体系を読み込みました',
  'scheme.edited': '分類体系を変更しました',
  'scheme.enforced': '分類体系を施行しました',
  'scheme.retired': '分類体系を廃止しました',
  'standardAsset.added': '標準台帳に追加しました',
  'standardAsset.edited': '標準台帳を変更しました',
  'settings.changed': '設定を変更しました',
  'permissions.loaded': '権限の一覧を読み込みました',
  'auditLog.read': '記録を閲覧しました',
  'auditLog.anchored': '記録の控えを保存しました',
  'versions.started': '版の記録を始めました',
  'ledger.exported': '台帳を出力しました',
  'ledger.printed': '台帳を印刷しました',
}

export const auditSubjectLabels: Record<AuditSubject, string> = {
  assets: '情報資産',
  classifications: '分類',
  proposals: '提出',
  approval_steps: '承認の段階',
  deputies: '代決',
  standard_assets: '標準台帳',
  classification_schemes: '分類体系',
  departments: '部署',
  department_successions: '部署の後継',
  people: '利用者',
  grants: '役割',
  sessions: 'サインイン',
  settings: '設定',
  role_permissions: '権限',
  audit_log: '記録',
}

const otherFieldLabels: Readonly<Record<string, string>> = {
  loginId: 'ログインID',
  employeeNumber: '職員番号',
  employment: '任用区分',
  mail: 'メールアドレス',
  endedOn: '終了日',
  personId: '利用者',
  role: '役割',
  scopeKind: '範囲',
  executiveBodyCode: '議会・執行機関',
  validFrom: '開始日',
  validTo: '終了日',
  until: '期限',
  grantedBy: '役割を付けた人',
  code: 'コード',
  kana: 'かな',
  categoryCode: '組織区分',
  parentId: '上位部署',
  bureauId: '部局',
  label: '表示名',
  status: '状態',
  effectiveOn: '施行日',
  key: '設定項目',
  value: '値',
}

const fieldLabels: Readonly<Record<string, string>> = { ...otherFieldLabels, ...assetFieldLabels }

/** The word for a changed column; null for columns that only the portal itself uses. */
export function changedFieldLabel(column: string): string | null {
  const field = fieldOfColumn(column)
  return fieldLabels[field] ?? null
}

/** 「市民課 担当さんが、情報資産の下書きを保存しました」 */
export function auditSentence(actorName: string | null, action: AuditAction): string {
  return `${actorName === null ? '' : `${actorName}さんが、`}${auditActionLabels[action]}`
}
