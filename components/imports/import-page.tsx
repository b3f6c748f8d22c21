import { Notice } from '@/components/ui/notice'
import type { ShownImportPage } from '@/lib/features/imports/shown-schema'
import { importDoneWords } from '@/lib/labels/import-preview'
import { isUnreadableReason } from '@/lib/platform/spreadsheet/reader/unreadable'
import { ImportAsking } from './import-asking'
import { ImportDone } from './import-done'
import { ImportCancelled, ImportFailed, ImportRefused } from './import-over'
import { ImportPreview } from './import-preview'
import { ImportWaiting } from './import-waiting'

/** What an import's state asks for. */
export function ImportPage(page: ShownImportPage) {
  const said = page.done === null ? undefined : importDoneWords[page.done]
  return (
    <>
      {said !== undefined && <Notice kind="done" title={said} />}
      <ByState {...page} />
    </>
  )
}

function ByState({ shown, progress, failure, failureArgs, preview, bundles, refused }: ShownImportPage) {
  const { state } = shown
  switch (state) {
    case 'uploaded':
    case 'reading':
    case 'queued':
    case 'committing':
      return <ImportWaiting shown={shown} progress={progress} state={state} />
    case 'refused':
      return (
        <ImportRefused
          reason={failure !== null && isUnreadableReason(failure) ? failure : 'broken'}
          args={failureArgs}
        />
      )
    case 'cancelled':
      return <ImportCancelled replacedHref={shown.replacedHref} />
    case 'failed':
      return <ImportFailed shown={shown} failure={failure} />
    case 'asking':
      return preview && <ImportAsking shown={shown} preview={preview} refused={refused} />
    case 'previewed':
      return preview && <ImportPreview shown={shown} preview={preview} failure={failure} refused={refused} />
    case 'done':
      return preview && <ImportDone shown={shown} preview={preview} bundles={bundles} />
  }
}
