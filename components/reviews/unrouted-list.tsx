import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { Select } from '@/components/form/select'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Empty } from '@/components/ui/empty'
import { Section } from '@/components/ui/section'
import { routeRow } from '@/lib/features/reviews/route-actions'
import type { ShownUnrouted } from '@/lib/features/reviews/route-schema'
import { routeLabels as words } from '@/lib/labels/review-routing'

/** What nobody takes: each row with who said so, and the department that is to have it. */
export function UnroutedList({ review, rows }: { review: string; rows: ShownUnrouted[] }) {
  if (rows.length === 0) return <Empty why={words.empty} todo={words.emptyTodo} />
  return rows.map(({ number, version, name, asked, note, refused, options }) => (
    <Section key={number} id={`row-${number}`} title={name} lead={asked}>
      {note && (
        <p className="mb-3 max-w-3xl whitespace-pre-line">
          {words.note}　{note}
        </p>
      )}
      {refused && <p className="mb-3 max-w-3xl whitespace-pre-line">{refused}</p>}
      <Form
        action={routeRow}
        fieldNames={{ [`department-${number}`]: words.department, [`reason-${number}`]: words.reason }}
      >
        <HiddenField name="review" value={review} />
        <HiddenField name="number" value={number} />
        <HiddenField name="version" value={version} />
        <Select name={`department-${number}`} label={words.department} required options={options} />
        <TextField name={`reason-${number}`} label={words.reason} maxLength={1000} />
        <SubmitButton kind="secondary">{words.submit}</SubmitButton>
      </Form>
    </Section>
  ))
}
