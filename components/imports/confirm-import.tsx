import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { importHref } from '@/lib/features/imports/schema'
import { confirmImport } from '@/lib/features/imports/actions'
import type { ShownImport } from '@/lib/features/imports/shown-schema'
import { previewLabels as words } from '@/lib/labels/import-preview'

/** The button that brings all of it into the ledger, or nothing, and what it will do. */
export function ConfirmImport({ shown, request }: { shown: ShownImport; request: string }) {
  const { id, version, counts } = shown
  return (
    <div className="no-print mb-8 border-l-4 border-blue-900 bg-gray-50 px-5 py-4">
      <Form action={confirmImport} guarded={false}>
        <HiddenField name="id" value={id} />
        <HiddenField name="version" value={version} />
        <HiddenField name="request" value={request} />
        <ul className="mb-4 grid gap-1">
          <li>{words.confirmWhat(counts.new, counts.changed)}</li>
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
