import { Select } from '@/components/form/select'
import { TextField } from '@/components/form/text-field'
import { skipLabels as words } from '@/lib/labels/import-preview'

/** Why rows are left out: one of a few, or in one's own words. */
export function SkipReasonFields({ options }: { options: { value: string; label: string }[] }) {
  return (
    <>
      <Select name="reason" label={words.reason} required options={options} />
      <TextField name="other" label={words.other} maxLength={150} />
    </>
  )
}
