import type { AuditAction } from './audit-event'

/** What the trail can be narrowed to: the beginning of an action's name. */
export const auditGroups = [
  'asset',
  'import',
  'mapping',
  'proposal',
  'approval',
  'deputy',
  'review',
  'mail',
  'job',
  'session',
  'password',
  'person',
  'people',
  'grant',
  'department',
  'organization',
  'scheme',
  'standardAsset',
  'ledger',
  'auditLog',
  'settings',
  'permissions',
  'reference',
  'versions',
] as const
export type AuditGroup = (typeof auditGroups)[number]

export function groupOf(action: AuditAction): AuditGroup | undefined {
  return auditGroups.find((group) => action.startsWith(`${group}.`) || action.startsWith(`${group}s.`))
}
