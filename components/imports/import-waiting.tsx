import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ShownImport, ShownProgress } from '@/lib/features/imports/shown-schema'
import { importProgressLabels as words } from '@/lib/labels/import-preview'
import { CancelImport } from './cancel-import'
import { ProgressBar } from './progress-bar'

type ImportWaitingProps = { shown: ShownImport; progress: ShownProgress }
const titles = {
  uploaded: words.uploaded,
  reading: words.reading,
  queued: words.queued,
  committing: words.committing,
} as const
export type WaitingState = keyof typeof titles

/** While the portal works: how far it is, and that one may leave. */
export function ImportWaiting({ shown, progress, state }: ImportWaitingProps & { state: WaitingState }) {
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <Notice title={titles[state]}>{words.leave}</Notice>
      <ProgressBar address={`/assets/import/${shown.id}/progress`} state={state} initial={progress} />
      {progress.cancelAsked ? (
        <div className="mt-8">
          <Notice kind="warn" title={words.cancelling}>
            {words.cancellingMore}
          </Notice>
        </div>
      ) : (
        <CancelImport id={shown.id} version={shown.version} />
      )}
      <noscript>
        <p className="mt-4">
          <ButtonLink kind="secondary" href={`/assets/import/${shown.id}`}>
            {words.refresh}
          </ButtonLink>
        </p>
      </noscript>
    </>
  )
}
