import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Empty } from '@/components/ui/empty'
import { markRead } from '@/lib/features/notices/actions'
import type { ShownNotice } from '@/lib/features/notices/schema'
import { noticesLabels as words } from '@/lib/labels/notices'
import { NoticeList } from './notice-list'

/** What is unread, each with its button, and one for all. */
export function UnreadNotices({ notices }: { notices: ShownNotice[] }) {
  if (notices.length === 0) return <Empty why={words.unreadEmpty} todo={words.unreadEmptyMore} />
  return (
    <Form action={markRead} guarded={false}>
      <NoticeList notices={notices} markable />
      {notices.length > 1 && (
        <p className="mt-4">
          <SubmitButton kind="secondary" name="id" value="all">
            {words.markAll}
          </SubmitButton>
        </p>
      )}
    </Form>
  )
}
