import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { AttemptResult } from '@/lib/domain/mail-delivery'
import { inPlainWords } from '@/lib/platform/jobs/plain-words'

/** How encrypted: not at all (a relay inside the city's network), after STARTTLS, or from the first byte. */
export type MailServer = {
  host: string | null
  port: number
  security: 'none' | 'starttls' | 'tls'
  username: string | null
  sender: string | null
  replyTo: string | null
}
export type PlainMail = { to: string; subject: string; body: string; messageId: string }
export type Attempt = { result: AttemptResult; error: string | null }

/** No answer for so long (milliseconds), at each step: then the attempt is over. */
const patience = 10_000

/**
 * One attempt to hand a mail over: plain text in UTF-8, to one person. Never throws: what became of it is the answer,
 * and what went wrong is one line without a password. Certificates are verified. Holds no transaction.
 */
export async function sendPlain(
  server: MailServer,
  password: string | null,
  mail: PlainMail,
): Promise<Attempt> {
  const { host, sender } = server
  if (host === null || sender === null) return { result: 'notReached', error: 'no mail server is set' }
  const text = await composed(server, sender, mail)
  const progress = { begun: false }
  const content = new Readable({
    read() {
      progress.begun = true
      this.push(text)
      this.push(null)
    },
  })
  const connection = connectionTo(server, host)
  try {
    await new Promise<void>((resolve, reject) => {
      const next = (step: () => void) => (error?: Error | null) => {
        if (error) reject(error)
        else step()
      }
      connection.on('error', reject)
      const send = next(() => {
        connection.send({ from: sender, to: [mail.to] }, content, next(resolve))
      })
      connection.connect(
        next(() => {
          const { username } = server
          if (username === null) send()
          else connection.login({ credentials: { user: username, pass: password ?? '' } }, send)
        }),
      )
    })
    connection.quit()
    return { result: 'sent', error: null }
  } catch (error) {
    connection.close()
    const wasAnswered = codeOf(error) >= 400
    return {
      result: wasAnswered ? 'refused' : progress.begun ? 'unknown' : 'notReached',
      error: inPlainWords(error),
    }
  }
}

/** The mail as it goes over the wire; both attempts at one carry the same Message-ID, so that programs may fold them. */
function composed(server: MailServer, sender: string, mail: PlainMail): Promise<Buffer> {
  const message = new MailComposer({
    from: sender,
    to: mail.to,
    ...(server.replyTo === null ? {} : { replyTo: server.replyTo }),
    subject: mail.subject,
    text: mail.body,
    textEncoding: 'base64',
    encoding: 'base64',
    messageId: mail.messageId,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  return message.build()
}

function connectionTo({ port, security }: MailServer, host: string): SMTPConnection {
  return new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { rejectUnauthorized: true },
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    logger: false,
  })
}

/** The server's own answer, 4xx or 5xx; 0: it gave none. */
function codeOf(error: unknown): number {
  return error instanceof Error && 'responseCode' in error ? Number(error.responseCode) || 0 : 0
}
