import type { ScopeKind } from '@/lib/domain/access'
import { scopeKindLabels } from '@/lib/labels/roles'

/** Where a role counts: 市民部 市民課, 議会, すべての学校, 全庁. */
export function whereOf(grant: {
  scopeKind: ScopeKind
  department: string | null
  bureau: string | null
  executiveBody: string | null
}): string {
  if (grant.department !== null) return [grant.bureau, grant.department].filter(Boolean).join(' ')
  return grant.executiveBody ?? scopeKindLabels[grant.scopeKind]
}
