import { auditSubjects } from '@/lib/domain/audit-event'
import { auditSubjectLabels } from '@/lib/labels/audit'
import { auditLogLabels as words } from '@/lib/labels/audit-log'
import { momentInWords } from '@/lib/labels/sign-in'
import { changesInWords, eventInWords } from '@/lib/labels/trail-words'
import type { TrailItem } from './trail-entries'

type TrailEvent = {
  id: bigint
  occurredAt: Date
  actor: string | null
  action: string
  subjectType: string
  subjectId: bigint | null
  subject: string | null
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
    const changes = changesInWords(event.changes, event.names)
    return {
      id: String(event.id),
      when: momentInWords(event.occurredAt),
      sentence: eventInWords(event.actor, event.action),
      subject: subjectOf(event),
      reason: event.reason,
      changes: isHidden ? changes.map((change) => ({ ...change, before: words.beforeHidden })) : changes,
      link: event.link,
      source: event.source,
    }
  })
}

const pages: Readonly<Record<string, string>> = { assets: '/assets', people: '/people' }

function subjectOf({ subjectType, subjectId, subject }: TrailEvent): TrailItem['subject'] {
  const known = auditSubjects.find((each) => each === subjectType)
  if (!known || subjectId === null) return null
  const page = pages[subjectType]
  const name = subject ?? String(subjectId)
  return {
    label: `${auditSubjectLabels[known]}　${name}`,
    href: page && subject !== null ? `${page}/${subjectId}` : undefined,
  }
}
