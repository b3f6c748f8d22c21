import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { cancelImport } from '@/lib/features/imports/actions'
import { importLabels as words } from '@/lib/labels/import-preview'

/** Ends an import before anything of it stands in the ledger. */
export function CancelImport({ id, version }: { id: string; version: string }) {
  return (
    <div className="no-print mt-8">
      <Form action={cancelImport} guarded={false}>
        <HiddenField name="id" value={id} />
        <HiddenField name="version" value={version} />
        <p className="mb-2 text-14 text-gray-700">{words.cancelHelp}</p>
        <SubmitButton kind="secondary">{words.cancel}</SubmitButton>
      </Form>
    </div>
  )
}
