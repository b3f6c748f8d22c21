import { afterEach, expect, test } from 'vitest'
import { startMailServer, type MailServer, type Stage } from '@/e2e/support/mail-server'
import { sendPlain } from './transport'

let server: MailServer | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
})

const mail = {
  to: 'tanaka@example.invalid',
  subject: '【情報資産台帳】「令和8年度 定期見直し」（市民課）の回答の期限が近づいています　ほか12件',
  body: '田中さん\n\n・期限は令和8年4月30日(木)です。髙橋・﨑・𠮷野\n.\n..\n',
  messageId: '<digest-1-2027-04-01@daicho.example.invalid>',
}
const settings = (more: object = {}) => ({
  host: '127.0.0.1',
  port: server?.port ?? 0,
  security: 'none' as const,
  username: null,
  sender: 'daicho@example.invalid',
  replyTo: null,
  ...more,
})

test('a mail in Japanese arrives as it was written, in plain text, marked as sent by a machine', async () => {
  server = await startMailServer()
  expect(await sendPlain(settings({ replyTo: 'jimukyoku@example.invalid' }), null, mail)).toEqual({
    result: 'sent',
    error: null,
  })
  const [got] = server.received
  expect(got).toMatchObject(mail)
  expect(got?.headers).toMatch(/^Content-Type: text\/plain; charset=utf-8$/imu)
  expect(got?.headers).toMatch(/^Content-Transfer-Encoding: base64$/imu)
  expect(got?.headers).toMatch(/^Auto-Submitted: auto-generated$/imu)
  expect(got?.headers).toMatch(/^Reply-To: jimukyoku@example\.invalid$/imu)
  expect(got?.headers).toMatch(/^[\x20-\x7e\r\n]*$/u)
})

test.each(['mail', 'recipient', 'stored'] as const)(
  'what the server answers no to at %s is refused',
  async (when) => {
    server = await startMailServer({
      at: (stage) => {
        if (stage === when) throw Object.assign(new Error('no such box'), { responseCode: 550 })
      },
    })
    const { result, error } = await sendPlain(settings(), null, mail)
    expect(result).toBe('refused')
    expect(error).toContain('no such box')
  },
)

test.each([
  ['mail', 'notReached', 0],
  ['recipient', 'notReached', 0],
  ['stored', 'unknown', 1],
] as [Stage, string, number][])('a connection lost at %s is %s', async (when, expected, kept) => {
  const at = (stage: Stage) => {
    if (stage === when) server?.cut()
  }
  server = await startMailServer({ at })
  const { result } = await sendPlain(settings(), null, mail)
  expect(result).toBe(expected)
  expect(server.received).toHaveLength(kept)
})

test('nobody listening is not reached; no settings neither', async () => {
  expect(await sendPlain(settings({ port: 1 }), null, mail)).toMatchObject({ result: 'notReached' })
  expect(await sendPlain(settings({ host: null }), null, mail)).toMatchObject({ result: 'notReached' })
})

test('a certificate that nobody vouches for is refused, from the first byte or after STARTTLS', async () => {
  server = await startMailServer({ secure: true })
  expect(await sendPlain(settings({ security: 'tls' }), null, mail)).toMatchObject({ result: 'notReached' })
  await server.stop()
  server = await startMailServer({ disabledCommands: ['AUTH'] })
  expect(await sendPlain(settings({ security: 'starttls' }), null, mail)).toMatchObject({
    result: 'notReached',
  })
  expect(server.received).toEqual([])
})

test('a server that offers no encryption gets nothing, where encryption is wanted', async () => {
  server = await startMailServer()
  const given = settings({ security: 'starttls', username: 'daicho' })
  const { result } = await sendPlain(given, 'a-password', mail)
  expect(result).not.toBe('sent')
  expect(server.received).toEqual([])
})

test('an error never shows the password', async () => {
  server = await startMailServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => {
      done(new Error(`wrong password=${auth.password ?? ''}`))
    },
  })
  const { result, error } = await sendPlain(settings({ username: 'daicho' }), 'not-to-be-seen', mail)
  expect(result).toBe('refused')
  expect(error).not.toContain('not-to-be-seen')
})
