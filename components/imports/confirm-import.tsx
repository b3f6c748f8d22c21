import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { importHref } from '@/lib/features/imports/schema'
import { confirmImport } from '@/lib/features/imports/actions'
import type { ShownImport, ShownPreview } from '@/lib/features/imports/shown-schema'
import { previewLabels as words } from '@/lib/labels/import-preview'

/** The button that brings all of it into the ledger, or nothing, and what it will do. */
export function ConfirmImport({ shown, preview }: { shown: ShownImport; preview: ShownPreview }) {
  const { id, version, counts } = shown
  const { request, standard } = preview
  const assets = { new: counts.new - standard.new, changed: counts.changed - standard.changed }
  return (
    <div className="no-print mb-8 border-l-4 border-blue-900 bg-gray-50 px-5 py-4">
      <Form action={confirmImport} guarded={false}>
        <HiddenField name="id" value={id} />
        <HiddenField name="version" value={version} />
        <HiddenField name="request" value={request} />
        <ul className="mb-4 grid gap-1">
          {assets.new + assets.changed > 0 && <li>{words.confirmWhat(assets.new, assets.changed)}</li>}
          {standard.new + standard.changed > 0 && (
            <li>{words.confirmStandard(standard.new, standard.changed)}</li>
          )}
          {counts.draftsOnly > 0 && <li>{words.drafts(counts.draftsOnly)}</li>}
          {counts.noticed > 0 && (
            <li>
              <a href={importHref(id, { show: 'notices' })}>{words.noticed(counts.noticed)}</a>
            </li>
          )}
          {counts.notInFile > 0 && <li>{words.notInFile(counts.notInFile)}</li>}
        </ul>
        <SubmitButton>{words.confirm}</SubmitButton>
      </Form>
    </div>
  )
}
