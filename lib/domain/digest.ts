import { noticeKinds, type NoticeKind } from './notice'

/** At most so many lines go into one mail; the rest is a number. */
export const digestLines = 50

type Noticed = { kind: NoticeKind; day: string }

const groups = ['late', 'today', 'soon', 'approval', 'other'] as const
export type DigestGroup = (typeof groups)[number]

const groupOf: Record<NoticeKind, DigestGroup> = {
  reviewOverdueOfficer: 'late',
  reviewOverdueHead: 'late',
  reviewOverdue: 'late',
  disposalPassed: 'late',
  reviewToday: 'today',
  reviewSoon: 'soon',
  reviewAsked: 'soon',
  reviewReturned: 'soon',
  reviewOpened: 'soon',
  disposalSoon: 'soon',
  reviewSignOff: 'approval',
  certificateToSee: 'approval',
  signOffToSee: 'approval',
  proposalWaiting: 'approval',
  proposalReturned: 'approval',
  proposalOvertaken: 'approval',
  decisionToSee: 'approval',
  grantEnding: 'other',
  grantEnded: 'other',
  mailGaveUp: 'other',
}

export type Digest<N> = { groups: { group: DigestGroup; notices: N[] }[]; left: number; total: number }

/** The order of a digest: what is late, ends today, is to come, waits for approval, the rest; in each the oldest first. */
export function digestOf<N extends Noticed>(notices: readonly N[], limit = digestLines): Digest<N> {
  const ordered = [...notices].sort(
    (a, b) =>
      groups.indexOf(groupOf[a.kind]) - groups.indexOf(groupOf[b.kind]) ||
      noticeKinds.indexOf(a.kind) - noticeKinds.indexOf(b.kind) ||
      a.day.localeCompare(b.day),
  )
  const shown = ordered.slice(0, limit)
  return {
    groups: groups
      .map((group) => ({ group, notices: shown.filter(({ kind }) => groupOf[kind] === group) }))
      .filter((each) => each.notices.length > 0),
    left: ordered.length - shown.length,
    total: ordered.length,
  }
}
