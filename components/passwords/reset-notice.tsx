import { Notice } from '@/components/ui/notice'
import { momentInWords, passwordLabels } from '@/lib/labels/sign-in'

/** Tells a person that somebody reset the password: who, and when. */
export function ResetNotice({ reset }: { reset: { at: Date; by: string } | null }) {
  if (!reset) return null
  return (
    <Notice kind="warn" title={passwordLabels.resetNotice(momentInWords(reset.at), reset.by)}>
      {passwordLabels.resetAdvice}
    </Notice>
  )
}
