import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { FormActs } from '@/components/form/form-section'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { changePassword } from '@/lib/features/passwords/actions'
import { passwordLabels as words } from '@/lib/labels/sign-in'

const fieldNames = { present: words.present, chosen: words.chosen, repeated: words.repeated }

/** One's own password; `first`: the present one is a one-time password. The login ID is for password managers. */
export function PasswordForm({ loginId, first, next }: { loginId: string; first?: boolean; next?: string }) {
  return (
    <Form action={changePassword} fieldNames={fieldNames} guarded={false} keepsTyped={false}>
      <HiddenField name="next" value={next ?? ''} />
      <input type="text" name="username" autoComplete="username" defaultValue={loginId} readOnly hidden />
      <TextField
        name="present"
        type="password"
        label={first ? words.presentOneTime : words.present}
        autoComplete="current-password"
        width="half"
        required
      />
      <TextField
        name="chosen"
        type="password"
        label={words.chosen}
        help={words.rules}
        autoComplete="new-password"
        width="half"
        required
      />
      <TextField
        name="repeated"
        type="password"
        label={words.repeated}
        autoComplete="new-password"
        width="half"
        required
      />
      <p className="text-14 text-gray-700">{words.otherSessions}</p>
      <FormActs>
        <SubmitButton>{words.act}</SubmitButton>
      </FormActs>
    </Form>
  )
}
