import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { UploadRefusal } from '@/lib/domain/import/import-state'
import type { ShownImport, ShownPreview } from '@/lib/features/imports/shown-schema'
import { importLabels, previewLabels as words } from '@/lib/labels/import-preview'
import { CancelImport } from './cancel-import'
import { PreviewRows, Unsure } from './import-preview'
import { ResendFile } from './resend-file'
import { ImportTools } from './import-tools'

type ImportAskingProps = { shown: ShownImport; preview: ShownPreview; refused: UploadRefusal | null }

/** Something about the file as a whole has to be said first: where its head is, what its columns mean. */
export function ImportAsking({ shown, preview, refused }: ImportAskingProps) {
  return (
    <>
      {preview.unsure.length > 0 ? (
        <Unsure unsure={preview.unsure} />
      ) : (
        <Notice kind="warn" title={words.unsure}>
          {words.unsureMore}
        </Notice>
      )}
      <p className="mb-8">
        <ButtonLink kind="primary" href={`/assets/import/${shown.id}/columns`}>
          {importLabels.columns}
        </ButtonLink>
      </p>
      <ImportTools hasColumns id={shown.id} asked={preview.asked.words} hasMarks={shown.counts.refused > 0} />
      <PreviewRows shown={shown} preview={preview} />
      <ResendFile shown={shown} refused={refused} handled={0} />
      <CancelImport id={shown.id} version={shown.version} />
    </>
  )
}
