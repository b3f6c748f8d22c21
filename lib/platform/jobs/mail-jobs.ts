import type { PoolClient } from 'pg'
import { z } from 'zod'
import { digestOf } from '@/lib/domain/digest'
import { afterAttempt } from '@/lib/domain/mail-delivery'
import { noticeKinds, type NoticeFacts } from '@/lib/domain/notice'
import { digestWords as words, noticeWords } from '@/lib/labels/notices'
import { sendPlain, type Attempt } from '@/lib/platform/mail/transport'
import { inPlainWords } from './plain-words'
import type { Job, MailSurroundings } from './job'

const candidate = z.object({
  person: z.string(),
  name: z.string(),
  day: z.string(),
  city: z.string().nullable(),
  notices: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(noticeKinds),
      day: z.string(),
      facts: z.custom<NoticeFacts>((given) => typeof given === 'object' && given !== null),
    }),
  ),
})
export type DigestCandidate = z.output<typeof candidate>

/**
 * One digest a person and day, of what they have not read and were not mailed. Each is queued by one statement: killed
 * in between, the next run goes on with whoever is left.
 */
export const composeDigests: Job = async (db, { mail }) => {
  // Usually written ten minutes ago; after a restart both jobs may begin at once.
  await db.query('select write_due_notices()')
  const { rows } = await db.query(
    'select person::text, name, day::text, city, notices from digest_candidates()',
  )
  const publicUrl = mail?.publicUrl ?? ''
  const host = URL.canParse(publicUrl) ? new URL(publicUrl).hostname.replaceAll(/[^A-Za-z0-9.-]/gu, '') : ''
  let queued = 0
  for (const who of z.array(candidate).parse(rows)) {
    const { subject, body } = digestText(who, publicUrl)
    const answer = await db.query<{ did: boolean }>('select queue_digest($1, $2, $3, $4, $5, $6) as did', [
      who.person,
      who.day,
      subject,
      body,
      host || 'localhost',
      who.notices.map(({ id }) => id),
    ])
    if (answer.rows[0]?.did) queued++
  }
  return queued
}

/** The digest in words; its lines name departments and reviews, never an asset. */
export function digestText({ name, day, city, notices }: DigestCandidate, publicUrl: string) {
  const { groups, left, total } = digestOf(notices)
  const line = ({ kind, facts, day: on }: DigestCandidate['notices'][number]) =>
    words.line(noticeWords[kind].what(facts, on), noticeWords[kind].todo(facts))
  const first = groups[0]?.notices[0]
  const parts = groups.map(
    ({ group, notices: among }) => `■ ${words.groups[group]}\n${among.map(line).join('\n')}`,
  )
  return {
    subject: words
      .subject(total, first ? noticeWords[first.kind].what(first.facts, first.day) : '')
      .slice(0, 200),
    body: [
      words.greeting(name, day),
      ...parts,
      ...(left > 0 ? [words.left(left)] : []),
      words.end(publicUrl, city),
    ].join('\n\n'),
  }
}

const claimed = z.object({
  id: z.string(),
  address: z.string(),
  subject: z.string(),
  body: z.string(),
  messageId: z.string(),
  attempts: z.number(),
  unclear: z.number(),
  interrupted: z.boolean(),
  server: z.object({
    host: z.string().nullable(),
    port: z.number(),
    security: z.enum(['none', 'starttls', 'tls']),
    username: z.string().nullable(),
    sender: z.string().nullable(),
    replyTo: z.string().nullable(),
  }),
})
type Claimed = z.output<typeof claimed>

/**
 * Hands over what is due, one mail after the other. Each is claimed and committed before the mail server hears of it,
 * and held by a lock of this connection, so that others leave it alone and find out if this process dies.
 */
export const sendMail: Job = async (db, { mail }) => {
  let handled = 0
  for (;;) {
    const claim = await nextMail(db)
    if (!claim) return handled
    const { result, error } = await attempt(claim, mail ?? null)
    const { state, again, unclear } = afterAttempt(claim, result)
    await db.query('select end_mail($1, $2, $3, $4, $5)', [claim.id, state, again, unclear, error])
    if (!claim.interrupted) handled++
  }
}

async function nextMail(db: PoolClient): Promise<Claimed | null> {
  const { rows } = await db.query<{ mail: unknown }>('select begin_mail() as mail')
  return claimed.nullable().parse(rows[0]?.mail ?? null)
}

/** One that was interrupted is only settled here; if it may go out again, it is claimed anew and says so. */
async function attempt(claim: Claimed, mail: MailSurroundings | null): Promise<Attempt> {
  if (claim.interrupted) return { result: 'unknown', error: 'interrupted' }
  const { address: to, subject, messageId } = claim
  const body = claim.unclear > 0 ? `${words.maybeTwice}${claim.body}` : claim.body
  try {
    return await sendPlain(claim.server, mail?.password ?? null, { to, subject, body, messageId })
  } catch (error) {
    // Before anything was sent: sendPlain answers everything that comes after.
    return { result: 'notReached', error: inPlainWords(error) }
  }
}
