import { Check, Choice } from '@/components/form/choice'
import { Combobox } from '@/components/form/combobox'
import { Form } from '@/components/form/form'
import { FormActs } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { Select } from '@/components/form/select'
import { SubmitButton } from '@/components/form/submit-button'
import { DateField } from '@/components/form/text-field'
import { type Role } from '@/lib/domain/access'
import { allowedScopes } from '@/lib/domain/granting'
import { executiveBodyCodes } from '@/lib/domain/reference'
import { formatDateWithoutWeekday } from '@/lib/labels/dates'
import { executiveBodyLabels } from '@/lib/labels/organization'
import { grantFormLabels as words } from '@/lib/labels/people-forms'
import { roleDescriptions, roleLabels } from '@/lib/labels/roles'
import type { GrantAction } from './end-grant'

type GiveGrantFormProps = {
  action: GrantAction
  person: string
  /** The roles that the viewer may give. */
  roles: readonly Role[]
  departments: { value: string; label: string; hint?: string; keywords?: string }[]
  fiscalYearEnd: string
}

const fieldNames = {
  role: words.role,
  department: words.department,
  executiveBody: words.executiveBody,
  validFrom: words.validFrom,
  until: words.until,
}

/** Gives a role. Fields that no role on offer needs are left out. */
export function GiveGrantForm({ action, person, roles, departments, fiscalYearEnd }: GiveGrantFormProps) {
  return (
    <Form action={action} fieldNames={fieldNames} guarded={false}>
      <HiddenField name="person" value={person} />
      <Choice
        name="role"
        label={words.role}
        required
        options={roles.map((role) => ({
          value: role,
          label: roleLabels[role],
          hint: roleDescriptions[role],
        }))}
        value={roles.length === 1 ? roles[0] : undefined}
      />
      <Combobox
        name="department"
        label={words.department}
        help={roles.length === 1 ? words.departmentHelpOneRole : words.departmentHelp}
        required={roles.length === 1}
        options={departments}
      />
      {roles.some((role) => allowedScopes[role].includes('executiveBody')) && (
        <Select
          name="executiveBody"
          label={words.executiveBody}
          help={words.executiveBodyHelp}
          options={executiveBodyCodes.map((code) => ({ value: code, label: executiveBodyLabels[code] }))}
        />
      )}
      <DateField name="validFrom" label={words.validFrom} help={words.validFromHelp} />
      <DateField
        name="until"
        label={words.until}
        help={words.untilHelp(formatDateWithoutWeekday(fiscalYearEnd))}
      />
      {roles.length > 1 && <Check name="open" label={words.open} hint={words.openHint} />}
      <FormActs>
        <SubmitButton>{words.act}</SubmitButton>
      </FormActs>
    </Form>
  )
}
