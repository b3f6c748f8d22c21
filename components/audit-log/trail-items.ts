import { whereOf } from '@/components/grants/grant-words'
import type { Role, ScopeKind } from '@/lib/domain/access'
import { auditSubjects, type AuditSubject } from '@/lib/domain/audit-event'
import { auditSubjectLabels } from '@/lib/labels/audit'
import { auditLogLabels as words } from '@/lib/labels/audit-log'
import { roleLabels } from '@/lib/labels/roles'
import { momentInWords } from '@/lib/labels/sign-in'
import { changesInWords, eventInWords } from '@/lib/labels/trail-words'
import type { TrailItem } from './trail-entries'

type ShownGrant = {
  personId: string
  person: string
  role: Role
  scopeKind: ScopeKind
  department: string | null
  bureau: string | null
  executiveBody: string | null
}
type TrailEvent = {
  id: bigint
  occurredAt: Date
  actor: string | null
  action: string
  subjectType: string
  subjectId: bigint | null
  subject: string | null
  grant: ShownGrant | null
  reason: string | null
  changes: Record<string, [unknown, unknown]>
  names: Record<string, string>
  source: string | null
  link: bigint | null
}
const personal = ['people', 'grants']

/** Events in words. `seesBefore`: whether before-values of people and grants came out at all. */
export function trailItems(events: readonly TrailEvent[], seesBefore: boolean): TrailItem[] {
  return events.map((event) => {
    const isHidden = !seesBefore && personal.includes(event.subjectType)
    const changes = changesInWords(event.changes, event.names, event.subjectType)
    return {
      id: String(event.id),
      when: momentInWords(event.occurredAt),
      sentence: eventInWords(event.actor, event.action, event.names),
      subject: subjectOf(event),
      reason: event.reason,
      changes: isHidden ? changes.map((change) => ({ ...change, before: words.beforeHidden })) : changes,
      link: event.link,
      source: event.source,
    }
  })
}

const pages: Partial<Record<AuditSubject, string>> = {
  assets: '/assets',
  people: '/people',
  proposals: '/proposals',
  reviews: '/reviews',
}

/** What it was about, with its page where it has one; a row that has no name of its own is not named by its key. */
function subjectOf({ subjectType, subjectId, subject, grant, changes }: TrailEvent): TrailItem['subject'] {
  const known = auditSubjects.find((each) => each === subjectType)
  if (!known) return null
  const asset = subjectType === 'classifications' ? changes['asset_number']?.[1] : undefined
  if (typeof asset === 'number') return { label: words.assetNumber(asset), href: `/assets/${asset}` }
  if (grant) {
    const label = words.grantOf(grant.person, roleLabels[grant.role], whereOf(grant))
    return { label: `${auditSubjectLabels[known]}　${label}`, href: `/people/${grant.personId}` }
  }
  if (subject === null) return null
  const page = subjectId === null ? undefined : pages[known]
  return { label: `${auditSubjectLabels[known]}　${subject}`, href: page && `${page}/${subjectId}` }
}
