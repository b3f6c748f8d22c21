import 'server-only'
import { mailLabels as words, testResultLabels } from '@/lib/labels/mail'
import type { Verdict } from '@/lib/platform/actions'
import type { May } from '@/lib/platform/authorize'
import { change, recordAccess, type Outcome } from '@/lib/platform/change'
import { environment, mailPassword } from '@/lib/platform/env'
import { sendPlain } from '@/lib/platform/mail/transport'
import { findMail } from './queries'
import type { MailSettings } from './schema'

type Manager = May<'mail.manage'>

export async function saveMailSettings(
  actor: Manager,
  { version, ...fields }: MailSettings,
): Promise<Outcome<null, 'stale'>> {
  return change<'mail.manage', null, 'stale'>(actor, async (db) => {
    const [row] = await db.$queryRaw<{ answer: string }[]>`
      select save_mail_settings(${version}::int, ${JSON.stringify(fields)}::jsonb) as answer`
    if (row?.answer !== 'saved') return { refused: 'stale' }
    const settings = { subjectType: 'mail_settings', subjectId: null, subjectKey: 'true' }
    return { result: null, events: [{ ...settings, action: 'mail.settingsChanged' }] }
  })
}

/** One mail to oneself with the settings that are kept, on or off; past the queue, and no transaction waits for it. */
export async function sendTestMail(actor: Manager): Promise<Verdict<never, never>> {
  const { settings, own } = await findMail(actor)
  if (own === null) return { review: words.testNoAddress, title: words.testTitle.failed }
  const { publicUrl } = environment()
  const { result, error } = await sendPlain(settings, mailPassword(), {
    to: own,
    subject: words.testSubject,
    body: `${words.testBody}${publicUrl}\n`,
    messageId: `<test-${crypto.randomUUID()}@${new URL(publicUrl).hostname}>`,
  })
  const about = { subjectType: 'mail_settings', subjectId: null, subjectKey: 'true' }
  await recordAccess(actor, { ...about, action: 'mail.testSent', details: { result } })
  return {
    review: testResultLabels[result](error),
    title: result === 'sent' ? words.testTitle.sent : words.testTitle.failed,
  }
}

/** やり直す: what failed or was given up is due again at once. */
export async function retryMails(
  actor: Manager,
  { id }: { id: bigint[] },
): Promise<Outcome<null, 'nothing'>> {
  return change<'mail.manage', null, 'nothing'>(actor, async (db) => {
    const [row] = await db.$queryRaw<{ again: bigint[] }[]>`select retry_mail(${id}::bigint[]) as again`
    const [first, ...rest] = (row?.again ?? []).map((each) => ({
      action: 'mail.retried',
      subjectType: 'digests',
      subjectId: each,
    }))
    return first ? { result: null, events: [first, ...rest] } : { refused: 'nothing' }
  })
}
