import { Notice } from '@/components/ui/notice'
import { mailLabels as words } from '@/lib/labels/mail'

type MailNoticesProps = { done: unknown; enabled: boolean; troubled: number; unsure: number }

/** What the last act did, and what somebody should look at. */
export function MailNotices({ done, enabled, troubled, unsure }: MailNoticesProps) {
  return (
    <>
      {done === 'saved' && <Notice kind="done" title={words.saved} />}
      {done === 'retried' && <Notice kind="done" title={words.retried} />}
      {!enabled && (
        <Notice kind="info" title={words.off}>
          {words.offMore}
        </Notice>
      )}
      {troubled > 0 && (
        <Notice kind="warn" title={words.troubled(troubled)}>
          {words.troubledMore}
        </Notice>
      )}
      {unsure > 0 && (
        <Notice kind="warn" title={words.unsure(unsure)}>
          {words.unsureMore}
        </Notice>
      )}
    </>
  )
}
