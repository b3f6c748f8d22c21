import type { Role } from './access'

/** Everything that the portal tells somebody of itself. */
export const noticeKinds = [
  'reviewOverdueOfficer',
  'reviewOverdueHead',
  'reviewOverdue',
  'reviewToday',
  'reviewSoon',
  'reviewAsked',
  'reviewReturned',
  'reviewOpened',
  'reviewSignOff',
  'certificateToSee',
  'signOffToSee',
  'proposalWaiting',
  'proposalReturned',
  'proposalOvertaken',
  'decisionToSee',
  'disposalPassed',
  'disposalSoon',
  'grantEnding',
  'grantEnded',
  'mailGaveUp',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What a notice says beside its kind; which are there depends on the kind. Never the name of an asset. */
export type NoticeFacts = {
  title?: string | undefined
  department?: string | undefined
  /** The department's code, for the address of its list. */
  code?: string | undefined
  dueOn?: string | undefined
  open?: number | undefined
  rows?: number | undefined
  items?: number | undefined
  count?: number | undefined
  role?: Role | undefined
  until?: string | undefined
  deputy?: string | undefined
  isSchool?: boolean | undefined
  /** Of a mail that was given up: its day and how it ended. */
  day?: string | undefined
  state?: string | undefined
}

type About = {
  kind: NoticeKind
  reviewId: string | null
  departmentId: string | null
  proposalId: string | null
  facts: NoticeFacts
}

/** What one does on the page of the review, not on a department's sheet. */
const aboutReview = new Set<NoticeKind>([
  'reviewSignOff',
  'reviewOverdueOfficer',
  'certificateToSee',
  'signOffToSee',
])

/** Where one does what a notice asks for; null: nowhere in the portal. */
export function noticeHref({ kind, reviewId, departmentId, proposalId, facts }: About): string | null {
  if (reviewId !== null && (aboutReview.has(kind) || departmentId === null)) return `/reviews/${reviewId}`
  if (reviewId !== null) return `/reviews/${reviewId}/sheet?department=${departmentId}`
  if (kind === 'proposalWaiting' || kind === 'decisionToSee') return '/inbox'
  if (proposalId !== null) return `/proposals/${proposalId}`
  if (facts.code !== undefined) return `/assets?department=${facts.code}`
  return kind === 'mailGaveUp' ? '/mail' : null
}
