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
