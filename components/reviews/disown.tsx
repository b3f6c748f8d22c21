import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextArea } from '@/components/form/text-area'
import { Section } from '@/components/ui/section'
import { disownRow } from '@/lib/features/reviews/route-actions'
import type { ShownSheetRow } from '@/lib/features/reviews/sheet-schema'
import { disownLabels as words } from '@/lib/labels/review-routing'

type DisownProps = { review: string; row: ShownSheetRow; earlier: { code: string; name: string }[] }

/** 自分の課ではない: to a department that one can name, those that had it before first; or left to the secretariat. */
export function Disown({ review, row, earlier }: DisownProps) {
  const transfer = `/assets/${row.number}/transfer?review=${review}`
  return (
    <Section id="not-ours" title={words.title} lead={words.lead}>
      {earlier.length > 0 && (
        <>
          <h3 className="mb-2 text-18 font-bold">{words.earlier}</h3>
          <ul className="mb-4 list-disc pl-5">
            {earlier.map(({ code, name }) => (
              <li key={code}>
                <a href={`${transfer}&to=${code}`}>{words.to(name)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mb-6">
        <a href={transfer}>{words.other}</a>
      </p>
      <h3 className="mb-2 text-18 font-bold">{words.unknown}</h3>
      <Form action={disownRow} fieldNames={{ told: words.note }}>
        <HiddenField name="review" value={review} />
        <HiddenField name="number" value={row.number} />
        <HiddenField name="version" value={String(row.version)} />
        <TextArea name="told" label={words.note} help={words.noteHelp} maxLength={1000} />
        <SubmitButton kind="secondary">{words.leave}</SubmitButton>
      </Form>
    </Section>
  )
}
