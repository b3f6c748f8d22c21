import { Check, Choice } from '@/components/form/choice'
import { Form } from '@/components/form/form'
import { FormActs } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { NumberField, TextField } from '@/components/form/text-field'
import { saveSettings } from '@/lib/features/mail/actions'
import { mailLabels as words } from '@/lib/labels/mail'

type MailSettingsFormProps = {
  settings: {
    enabled: boolean
    host: string | null
    port: number
    security: 'none' | 'starttls' | 'tls'
    username: string | null
    sender: string | null
    replyTo: string | null
    version: number
  }
}

const securities = (['none', 'starttls', 'tls'] as const).map((value) => ({
  value,
  label: words.securityOptions[value],
}))
const fieldNames = {
  host: words.host,
  port: words.port,
  security: words.security,
  username: words.username,
  sender: words.sender,
  replyTo: words.replyTo,
}

/** Where mail goes out; the password is no field. */
export function MailSettingsForm({ settings }: MailSettingsFormProps) {
  return (
    <Form action={saveSettings} fieldNames={fieldNames}>
      <HiddenField name="version" value={String(settings.version)} />
      <Check name="enabled" label={words.enabled} checked={settings.enabled} />
      <TextField name="host" label={words.host} help={words.hostHelp} value={settings.host ?? ''} />
      <NumberField name="port" label={words.port} value={String(settings.port)} />
      <Choice name="security" label={words.security} options={securities} value={settings.security} />
      <TextField
        name="username"
        label={words.username}
        help={words.usernameHelp}
        value={settings.username ?? ''}
        autoComplete="off"
      />
      <TextField name="sender" label={words.sender} value={settings.sender ?? ''} />
      <TextField name="replyTo" label={words.replyTo} value={settings.replyTo ?? ''} />
      <FormActs>
        <SubmitButton>{words.save}</SubmitButton>
      </FormActs>
    </Form>
  )
}
