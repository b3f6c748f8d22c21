import { Form } from '@/components/form/form'
import { FormActs } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextArea } from '@/components/form/text-area'
import { ButtonLink } from '@/components/ui/button'
import { ChangeList, type Change } from '@/components/ui/change-list'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { bulkEditAssets } from '@/lib/features/assets/bulk-actions'
import { bulkEditLabels as words } from '@/lib/labels/bulk-edit'

type BulkFormProps = {
  preview: { number: string; version: number; name: string; isProposed: boolean; changes: Change[] }[]
  /** What was typed, as it was. */
  typed: Readonly<Record<string, string>>
  againHref: string
}

/** Before → after of each asset, and the button that changes all of them or none. */
export function BulkForm({ preview, typed, againHref }: BulkFormProps) {
  const again = (
    <ButtonLink kind="quiet" href={againHref}>
      {words.again}
    </ButtonLink>
  )
  return (
    <Section id="preview" title={words.previewTitle}>
      <ul className="mb-6 grid gap-3">
        {preview.map(({ number, name, changes }) => (
          <li key={number} className="border-l-4 border-gray-300 pl-4">
            <p>
              <a href={`/assets/${number}`}>{name}</a>
            </p>
            {changes.length > 0 ? <ChangeList changes={changes} /> : <p className="text-14">{words.same}</p>}
          </li>
        ))}
      </ul>
      {preview.some(({ isProposed }) => isProposed) ? (
        <>
          <Notice kind="warn" title={words.someProposed} />
          {again}
        </>
      ) : (
        <Form action={bulkEditAssets} fieldNames={{ reason: words.reason }}>
          <HiddenField
            name="assets"
            value={preview.map(({ number, version }) => `${number}:${version}`).join(' ')}
          />
          {Object.entries(typed).map(
            ([name, value]) => value && <HiddenField key={name} name={name} value={value} />,
          )}
          <TextArea name="reason" label={words.reason} required maxLength={1000} />
          <FormActs>
            <SubmitButton>
              {words.act(preview.filter(({ changes }) => changes.length > 0).length)}
            </SubmitButton>
            {again}
          </FormActs>
        </Form>
      )}
    </Section>
  )
}
