import { Notice, type NoticeKind } from '@/components/ui/notice'
import { momentInWords, passwordLabels } from '@/lib/labels/sign-in'

/** Tells a person that somebody issued a one-time password, the first or another: who, and when. */
export function ResetNotice({ reset, kind }: { reset: { at: Date; by: string } | null; kind: NoticeKind }) {
  if (!reset) return null
  return (
    <Notice kind={kind} title={passwordLabels.resetNotice(momentInWords(reset.at), reset.by)}>
      {passwordLabels.resetAdvice}
    </Notice>
  )
}
