import { NoticeList } from '@/components/notices/notice-list'
import { UnreadNotices } from '@/components/notices/unread-notices'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { listNotices } from '@/lib/features/notices/queries'
import { readKey } from '@/lib/features/reviews/search-schema'
import { noticesLabels as words } from '@/lib/labels/notices'
import { navLabels } from '@/lib/labels/shell'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function NoticesPage({ searchParams }: PageProps<'/notices'>) {
  const actor = await requireMay('self.manage')
  const before = readKey((await searchParams)['before'])
  const { unread, seen, ...pages } = await listNotices(actor, before)
  const isEmpty = before === null && unread.length + seen.length === 0
  return (
    <>
      <PageHead title={words.title} lead={words.lead} back={{ href: '/', label: navLabels.home }} />
      {isEmpty && <Empty why={words.empty} todo={words.emptyMore} />}
      {before === null && !isEmpty && (
        <Section id="unread" title={words.unread(actor.viewer.notices)}>
          <UnreadNotices notices={unread} />
        </Section>
      )}
      {seen.length > 0 && (
        <Section id="read" title={words.read}>
          <NoticeList notices={seen} markable={false} />
        </Section>
      )}
      <Pager {...pages} />
    </>
  )
}
