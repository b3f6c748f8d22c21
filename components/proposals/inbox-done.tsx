import { Notice } from '@/components/ui/notice'
import { inboxLabels as words } from '@/lib/labels/proposals'

type Counts = { approved: number; passed: number; baseChanged: number; refused: number }

/** What approving several at once led to: what was done, and what is to be looked at again. */
export function InboxDone({ approved, passed, baseChanged, refused }: Counts) {
  const done = [approved > 0 && words.decided(approved), passed > 0 && words.passed(passed)]
  const open = [baseChanged > 0 && words.baseChanged(baseChanged), refused > 0 && words.refused(refused)]
  const said = (lines: (string | false)[]) => lines.filter((line) => line !== false).join('')
  return (
    <>
      {said(done) && <Notice kind="done" title={said(done)} />}
      {said(open) && <Notice kind="warn" title={said(open)} />}
    </>
  )
}
