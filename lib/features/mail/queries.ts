import 'server-only'
import { z } from 'zod'
import { addDays } from '@/lib/domain/calendar'
import { formatDateShort } from '@/lib/labels/dates'
import { mailErrorLabels } from '@/lib/labels/mail'
import { momentInWords } from '@/lib/labels/sign-in'
import type { May } from '@/lib/platform/authorize'
import { mailPassword } from '@/lib/platform/env'
import { read } from '@/lib/platform/read'
import type { ShownMail } from './schema'

const moment = z.coerce.date()
const overview = z.object({
  settings: z.object({
    enabled: z.boolean(),
    host: z.string().nullable(),
    port: z.number(),
    security: z.enum(['none', 'starttls', 'tls']),
    username: z.string().nullable(),
    sender: z.string().nullable(),
    replyTo: z.string().nullable(),
    version: z.number(),
  }),
  own: z.string().nullable(),
  counts: z.record(z.string(), z.number()),
  mails: z.array(
    z.object({
      id: z.string(),
      person: z.string(),
      address: z.string(),
      day: z.string(),
      state: z.enum(['queued', 'sending', 'sent', 'failed', 'gaveUp', 'unsure']),
      attempts: z.number(),
      maybeTwice: z.boolean(),
      nextAt: moment,
      sentAt: moment.nullable(),
      lastError: z.string().nullable(),
    }),
  ),
})

/** The settings and the queue as the database answers them, for whoever manages mail. */
export async function findMail(actor: May<'mail.manage'>) {
  const [row] = await read(actor, (db) => db.$queryRaw<{ found: unknown }[]>`select mail_overview() as found`)
  return overview.parse(row?.found)
}

/** The same in words. Whether a password was given is told, never the password. */
export async function showMail(actor: May<'mail.manage'>) {
  const { settings, own, counts, mails } = await findMail(actor)
  const oldest = addDays(actor.viewer.today, -7)
  return {
    settings,
    own,
    hasPassword: mailPassword() !== null,
    troubled: (counts['gaveUp'] ?? 0) + (counts['failed'] ?? 0),
    unsure: counts['unsure'] ?? 0,
    mails: mails.map(({ day, nextAt, sentAt, lastError, ...mail }): ShownMail => ({
      ...mail,
      day: formatDateShort(day),
      next: mail.state === 'queued' || mail.state === 'failed' ? momentInWords(nextAt) : null,
      sent: sentAt && momentInWords(sentAt),
      lastError:
        lastError === null || mail.state === 'sent' ? null : (mailErrorLabels[lastError] ?? lastError),
      mayRetry: (mail.state === 'failed' || mail.state === 'gaveUp') && day >= oldest,
    })),
  }
}
