import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { tryImportAgain } from '@/lib/features/imports/actions'
import type { ShownImport } from '@/lib/features/imports/shown-schema'
import { importLabels, resultLabels as words, failureWords } from '@/lib/labels/import-preview'
import { unchangedWord } from '@/lib/labels/import-pages'
import { unreadableInWords } from '@/lib/labels/import-refusals'
import type { UnreadableReason } from '@/lib/platform/spreadsheet/reader/unreadable'

const other = (
  <ButtonLink kind="secondary" href="/assets/import">
    {importLabels.sendOther}
  </ButtonLink>
)

/** A file that isn't read, in one sentence. */
export function ImportRefused({ reason, args }: { reason: UnreadableReason; args: readonly string[] }) {
  return (
    <>
      <Notice kind="error" title={words.refused}>
        <p>{unreadableInWords(reason, args)}</p>
        <p>{unchangedWord}</p>
      </Notice>
      {other}
    </>
  )
}

/** Given up, or ended because a mended file took its place. */
export function ImportCancelled({ replacedHref }: Pick<ShownImport, 'replacedHref'>) {
  return (
    <>
      <Notice title={replacedHref === null ? words.cancelled : words.replaced} />
      {replacedHref === null ? (
        other
      ) : (
        <ButtonLink kind="secondary" href={replacedHref}>
          {words.toReplacing}
        </ButtonLink>
      )}
    </>
  )
}

/** Something went wrong on the way; nothing was written, and it can be begun again. */
export function ImportFailed({ shown, failure }: { shown: ShownImport; failure: string | null }) {
  return (
    <>
      <Notice kind="error" title={words.failed}>
        {failure !== null && failureWords[failure] !== undefined && <p>{failureWords[failure]}</p>}
        <p>{words.failedMore}</p>
      </Notice>
      <Form action={tryImportAgain} guarded={false}>
        <HiddenField name="id" value={shown.id} />
        <HiddenField name="version" value={shown.version} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{importLabels.again}</SubmitButton>
          {other}
        </div>
      </Form>
    </>
  )
}
