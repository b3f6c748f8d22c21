'use client'
import { Check } from '@/components/form/choice'
import { useFieldState } from '@/components/form/form-context'
import { FormSection } from '@/components/form/form-section'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { questionKinds, questionsAtMost, questionTargets } from '@/lib/domain/review-question'
import {
  questionFormLabels as words,
  questionKindLabels,
  questionTargetLabels,
} from '@/lib/labels/review-questions'

const kinds = questionKinds.map((value) => ({ value, label: questionKindLabels[value] }))
const targets = questionTargets.map((value) => ({ value, label: questionTargetLabels[value] }))
const places = Array.from({ length: questionsAtMost }, (_, at) => at + 1)

/** Names of the fields for the summary of errors. */
export const questionFieldNames: Record<string, string> = Object.fromEntries(
  places.flatMap((place) => [
    [`qLabel${place}`, words.of(words.label, place)],
    [`qKind${place}`, words.of(words.kind, place)],
    [`qChoices${place}`, words.of(words.choices, place)],
  ]),
)

/** What a review asks beside its answers: a fixed number of places, closed while they are empty. */
export function QuestionFormFields({ values }: { values: Record<string, string> }) {
  return (
    <FormSection title={words.title} purpose={words.purpose}>
      {places.map((place) => (
        <QuestionPlace key={place} place={place} values={values} />
      ))}
    </FormSection>
  )
}

function QuestionPlace({ place, values }: { place: number; values: Record<string, string> }) {
  const { typed, errors } = useFieldState(`qLabel${place}`)
  const choices = useFieldState(`qChoices${place}`)
  const of = (field: string) => values[`${field}${place}`]
  const isOpen = (typed ?? of('qLabel') ?? '') !== '' || errors.length > 0 || (choices.typed ?? '') !== ''
  return (
    <details open={isOpen} className="mb-4">
      <summary className="mb-2 w-fit text-blue-1000 underline underline-offset-4">{words.nth(place)}</summary>
      <TextField
        name={`qLabel${place}`}
        label={words.of(words.label, place)}
        maxLength={200}
        value={of('qLabel')}
      />
      <Select
        name={`qKind${place}`}
        label={words.of(words.kind, place)}
        options={kinds}
        value={of('qKind')}
      />
      <TextArea
        name={`qChoices${place}`}
        label={words.of(words.choices, place)}
        help={words.choicesHelp}
        value={of('qChoices')}
      />
      <Select
        name={`qAsked${place}`}
        label={words.of(words.askedOf, place)}
        options={targets}
        value={of('qAsked') ?? 'department'}
      />
      <Check name={`qRequired${place}`} label={words.required} checked={of('qRequired') === 'on'} />
    </details>
  )
}
