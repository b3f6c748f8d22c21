import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { UploadRefusal } from '@/lib/domain/import/import-state'
import type { ShownImport } from '@/lib/features/imports/shown-schema'
import { unchangedWord, uploadRefusalWords } from '@/lib/labels/import-pages'
import { resendLabels as words } from '@/lib/labels/import-preview'
import { FileChoice } from './file-choice'

type ResendFileProps = { shown: ShownImport; refused: UploadRefusal | null; handled: number }

/** The mended file in the place of this import. `handled`: rows that were mended or left out on these pages. */
export function ResendFile({ shown, refused, handled }: ResendFileProps) {
  return (
    <div className="no-print mt-10">
      <Section id="resend" title={words.title} lead={words.lead}>
        {refused && (
          <Notice kind="error" title={uploadRefusalWords[refused]}>
            {unchangedWord}
          </Notice>
        )}
        {!shown.isMarkedWhole && <p className="mb-4">{words.wholeFile}</p>}
        {handled > 0 && <p className="mb-4 font-bold">{words.notKept}</p>}
        <form
          method="post"
          action="/assets/import/upload"
          encType="multipart/form-data"
          className="max-w-3xl"
        >
          {/* Before the file: what follows a file is not read. */}
          <input type="hidden" name="instead" value={shown.id} />
          <FileChoice label={words.file} send={words.send} kind="secondary" />
        </form>
      </Section>
    </div>
  )
}
