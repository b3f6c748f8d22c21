import type { ReactNode } from 'react'
import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { skipReasons, type ImportShow } from '@/lib/domain/import/import-state'
import { skipRows } from '@/lib/features/imports/actions'
import type { ShownImport } from '@/lib/features/imports/shown-schema'
import { skipReasonLabels } from '@/lib/labels/import-forms'
import { skipLabels as words } from '@/lib/labels/import-preview'
import { SkipReasonFields } from './skip-reason'

type SkipFormProps = { shown: ShownImport; show: ImportShow; children: ReactNode }

/** The rows that can't come in, and below them how to leave some or all of them out. */
export function SkipForm({ shown, show, children }: SkipFormProps) {
  return (
    <Form action={skipRows} fieldNames={words.fieldNames} guarded={false} isWide>
      <HiddenField name="id" value={shown.id} />
      <HiddenField name="version" value={shown.version} />
      <input type="hidden" name="show" value={show} />
      {children}
      <section
        id="skip"
        aria-labelledby="skip-title"
        className="no-print mt-6 max-w-3xl border border-gray-420 bg-gray-50 px-5 py-4"
      >
        <h2 id="skip-title" className="text-18 font-bold">
          {words.title}
        </h2>
        <p className="mt-1 mb-4">{words.lead}</p>
        <SkipReasonFields options={skipReasons.map((value) => ({ value, label: skipReasonLabels[value] }))} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton kind="secondary" name="which" value="chosen">
            {words.chosen}
          </SubmitButton>
          <SubmitButton kind="secondary" name="which" value="all">
            {words.all}
          </SubmitButton>
        </div>
      </section>
    </Form>
  )
}
