import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ShownImport, ShownPreview } from '@/lib/features/imports/shown-schema'
import { importLabels, previewLabels as words } from '@/lib/labels/import-preview'
import { CancelImport } from './cancel-import'
import { PreviewRows } from './import-preview'
import { ImportTools } from './import-tools'

/** Something about the file as a whole has to be said first: where its head is, what its columns mean. */
export function ImportAsking({ shown, preview }: { shown: ShownImport; preview: ShownPreview }) {
  return (
    <>
      <Notice kind="warn" title={words.unsure}>
        {words.unsureMore}
      </Notice>
      <p className="mb-8">
        <ButtonLink kind="primary" href={`/assets/import/${shown.id}/columns`}>
          {importLabels.columns}
        </ButtonLink>
      </p>
      <ImportTools hasColumns id={shown.id} asked={preview.asked} hasMarks={shown.counts.refused > 0} />
      <PreviewRows shown={shown} preview={preview} />
      <CancelImport id={shown.id} version={shown.version} />
    </>
  )
}
