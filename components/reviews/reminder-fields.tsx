import { FormSection } from '@/components/form/form-section'
import { NumberField, TextField } from '@/components/form/text-field'
import { usualReminders } from '@/lib/domain/reminders'
import { reminderFormLabels as words } from '@/lib/labels/review-reminders'

/** For the summary of what is wrong in the form around these fields. */
export const reminderFieldNames: Record<string, string> = {
  reminderDays: words.days,
  overdueEvery: words.overdueEvery,
  toHeadAfter: words.toHeadAfter,
  toOfficerAfter: words.toOfficerAfter,
}

/** お知らせ: when a review reminds of itself. */
export function ReminderFields({ values }: { values: Record<string, string> }) {
  return (
    <FormSection title={words.title} purpose={words.purpose}>
      <TextField
        name="reminderDays"
        label={words.days}
        help={words.daysHelp}
        width="half"
        value={values['reminderDays'] ?? words.usualDays(usualReminders.days)}
      />
      {(['overdueEvery', 'toHeadAfter', 'toOfficerAfter'] as const).map((name) => (
        <NumberField
          key={name}
          name={name}
          label={words[name]}
          unit={words.unit}
          value={values[name] ?? String(usualReminders[name])}
        />
      ))}
    </FormSection>
  )
}
