import { CheckChoice } from '@/components/form/choice'
import { FormSection } from '@/components/form/form-section'
import { Select } from '@/components/form/select'
import { DateField } from '@/components/form/text-field'
import type { ScopeChoices } from '@/lib/features/reviews/scope-schema'
import { reviewFormLabels as words } from '@/lib/labels/review-report'
import { LiveCount } from './live-count'

const lists = ['categories', 'bureaus', 'zones', 'confidentiality', 'importance'] as const

/** What a review covers: nothing chosen narrows nothing; the count says what that is now. */
export function ScopeFields({
  choices,
  values,
  schoolsOnly,
}: {
  choices: ScopeChoices
  values: Record<string, string>
  schoolsOnly: boolean
}) {
  return (
    <FormSection title={words.scope} purpose={words.scopePurpose}>
      {schoolsOnly && <p className="mb-6 font-bold">{words.schoolsOnly}</p>}
      {lists.map((name) => (
        <details key={name} open={(values[name] ?? '') !== ''} className="mb-4">
          <summary className="mb-2 w-fit text-blue-1000 underline underline-offset-4">{words[name]}</summary>
          <CheckChoice
            name={name}
            label={words[name]}
            options={choices[name]}
            values={(values[name] ?? '').split('\n').filter((value) => value !== '')}
          />
        </details>
      ))}
      <Select
        name="family"
        label={words.family}
        value={values['family']}
        emptyLabel={words.anyFamily}
        options={choices.families}
      />
      <DateField
        name="unconfirmedBefore"
        label={words.unconfirmedBefore}
        help={words.unconfirmedBeforeHelp}
        value={values['unconfirmedBefore']}
      />
      <LiveCount />
    </FormSection>
  )
}
