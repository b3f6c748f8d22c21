/** The closed list of what the trail can say, in the past tense. The database fills actor, time, order and changes. */
export const auditActions = [
  'asset.drafted',
  'asset.edited',
  'asset.registered',
  'asset.classified',
  'asset.reclassified',
  'asset.confirmed',
  'asset.movedToSuccessor',
  'asset.disposed',
  'asset.cancelled',
  'assets.imported',
  'session.opened',
  'session.refused',
  'session.ended',
  'session.endedByAdministrator',
  'password.changed',
  'password.changeRefused',
  'password.issued',
  'password.reset',
  'person.added',
  'person.edited',
  'person.ended',
  'people.imported',
  'grant.given',
  'grant.renewed',
  'grant.ended',
  'department.added',
  'department.edited',
  'department.closed',
  'department.succeeded',
  'organization.imported',
  'organization.reorganised',
  'reference.loaded',
  'scheme.loaded',
  'scheme.edited',
  'scheme.enforced',
  'scheme.retired',
  'standardAsset.added',
  'standardAsset.edited',
  'settings.changed',
  'permissions.loaded',
  'auditLog.read',
  'auditLog.anchored',
  'versions.started',
  'ledger.exported',
  'ledger.printed',
] as const
export type AuditAction = (typeof auditActions)[number]

/** The tables that an event may be about. */
export const auditSubjects = [
  'assets',
  'classifications',
  'standard_assets',
  'classification_schemes',
  'departments',
  'department_successions',
  'people',
  'grants',
  'sessions',
  'settings',
  'role_permissions',
  'audit_log',
] as const
export type AuditSubject = (typeof auditSubjects)[number]

/** `handling_notes` → `handlingNotes`: the trail keeps column names, the labels know field names. */
export function fieldOfColumn(column: string): string {
  return column.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase())
}
