import 'server-only'
import { noticeHref, type NoticeFacts, type NoticeKind } from '@/lib/domain/notice'
import { formatDate } from '@/lib/labels/dates'
import { noticeWords } from '@/lib/labels/notices'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import type { ShownNotice } from './schema'

/** So many unread ones are shown, and so many read ones a page. */
const shownUnread = 200
const pageSize = 30

type Row = {
  id: string
  kind: NoticeKind
  facts: NoticeFacts
  day: string
  reviewId: string | null
  departmentId: string | null
  proposalId: string | null
  isRead: boolean
  isMailed: boolean
}

/** One's own notices: what is unread, then what was read, the newest first; `before`: the last of the page before. */
export async function listNotices(actor: May<'self.manage'>, before: bigint | null) {
  const rows = await read(
    actor,
    (db) => db.$queryRaw<Row[]>`
      with mine as (
        (select n.* from notices n where n.read_at is null and ${before}::bigint is null order by n.id desc limit ${shownUnread}::int)
        union all
        (select n.* from notices n where n.read_at is not null and (${before}::bigint is null or n.id < ${before}::bigint)
          order by n.id desc limit ${pageSize + 1}::int))
      select id::text, kind, facts, day::text, review_id::text as "reviewId", department_id::text as "departmentId",
        proposal_id::text as "proposalId", read_at is not null as "isRead", digest_id is not null as "isMailed"
      from mine order by read_at is not null, mine.id desc`,
  )
  const seen = rows.filter(({ isRead }) => isRead)
  const page = seen.slice(0, pageSize)
  return {
    unread: rows.filter(({ isRead }) => !isRead).map(shown),
    seen: page.map(shown),
    nextHref: seen.length > pageSize ? `/notices?before=${page.at(-1)?.id ?? ''}` : undefined,
    previousHref: before === null ? undefined : '/notices',
  }
}

function shown({ kind, facts, day, isMailed, ...about }: Row): ShownNotice {
  return {
    id: about.id,
    what: noticeWords[kind].what(facts, day),
    todo: noticeWords[kind].todo(facts),
    href: noticeHref({ kind, facts, ...about }),
    day: formatDate(day),
    isMailed,
  }
}
