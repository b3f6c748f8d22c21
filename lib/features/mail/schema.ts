import { z } from 'zod'
import type { MailState } from '@/lib/domain/mail-delivery'
import { mailFormErrors as errors } from '@/lib/labels/mail'

const text = z
  .string()
  .default('')
  .transform((typed) => typed.normalize('NFKC').trim())
const textOrNull = text.transform((typed) => (typed === '' ? null : typed))
const address = textOrNull.pipe(
  z
    .string()
    .max(254, errors.tooLong)
    .regex(/^[^\s@<>,]+@[^\s@<>,]+$/u, errors.addressUnfit)
    .nullable(),
)

/** The settings as their form sends them; the database holds the same rules. */
export const mailSettingsSchema = z
  .object({
    version: z.coerce.number().int().positive(),
    enabled: z
      .string()
      .optional()
      .transform((given) => given === 'on'),
    host: textOrNull.pipe(
      z
        .string()
        .regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$/u, errors.hostUnfit)
        .nullable(),
    ),
    port: text
      .transform((typed) => (/^\d{1,5}$/u.test(typed) ? Number(typed) : 0))
      .pipe(z.number().min(1, errors.portUnfit).max(65_535, errors.portUnfit)),
    security: z.enum(['none', 'starttls', 'tls']),
    username: textOrNull.pipe(z.string().max(200, errors.tooLong).nullable()),
    sender: address,
    replyTo: address,
  })
  .superRefine(({ enabled, host, sender, username, security }, context) => {
    const wrong = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message })
    }
    if (enabled && host === null) wrong('host', errors.hostRequired)
    if (enabled && sender === null) wrong('sender', errors.senderRequired)
    if (username !== null && security === 'none') wrong('username', errors.usernameNeedsEncryption)
  })
export type MailSettings = z.output<typeof mailSettingsSchema>

/** Nothing is asked: the mail goes to whoever presses. */
export const testMailSchema = z.object({})

/** Mails that are to be tried again, by their keys. */
export const retryMailSchema = z.object({
  id: z.string().transform((given) => [...given.matchAll(/\d{1,18}/gu)].map(([key]) => BigInt(key))),
})

/** A mail as the page shows it; never its words. */
export type ShownMail = {
  id: string
  person: string
  address: string
  day: string
  state: MailState
  attempts: number
  maybeTwice: boolean
  next: string | null
  sent: string | null
  lastError: string | null
  mayRetry: boolean
}
