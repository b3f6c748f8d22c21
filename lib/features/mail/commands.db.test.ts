import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressesFor } from '@/e2e/support/mail-city'
import { startMailServer, type MailServer } from '@/e2e/support/mail-server'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { rawSql } from '@/e2e/support/small-city-sessions'
import { mailStateLabels } from '@/lib/labels/mail'
import { retryMails, saveMailSettings, sendTestMail } from './commands'
import { findMail, showMail } from './queries'
import { mailSettingsSchema } from './schema'

let city: SmallCity
let server: MailServer
beforeAll(async () => {
  process.env['SESSION_SECRET'] = 'only-for-this-test-only-for-this-test'
  city = await smallCity()
  server = await startMailServer()
})
afterAll(async () => {
  await server.stop()
  await city.end()
})

const manager = () => city.may('portaladmin', 'mail.manage')
const settings = (more: object = {}) =>
  mailSettingsSchema.parse({
    version: '1',
    enabled: 'on',
    host: '１２７．０．０．１',
    port: String(server.port),
    security: 'none',
    sender: 'daicho@example.invalid',
    ...more,
  })

test('settings are kept with an event that names what changed, and never over somebody else’s', async () => {
  expect(await saveMailSettings(await manager(), settings())).toEqual({ result: null })
  expect(await saveMailSettings(await manager(), settings())).toEqual({ refused: 'stale' })
  const { settings: kept } = await findMail(await manager())
  expect(kept).toMatchObject({ enabled: true, host: '127.0.0.1', port: server.port, version: 2 })
  const { rows } = await city.database.ownerPool.query<{ changes: object }>(
    `select changes from audit_events where action = 'mail.settingsChanged'`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.changes).toMatchObject({ enabled: [false, true], host: [null, '127.0.0.1'] })
})

test.each([
  [{ host: '' }, 'host'],
  [{ sender: '' }, 'sender'],
  [{ sender: 'nobody' }, 'sender'],
  [{ host: 'mail server' }, 'host'],
  [{ port: '0' }, 'port'],
  [{ port: '70000' }, 'port'],
  [{ username: 'daicho' }, 'username'],
])('%j is said at its field, and the database refuses it too where it is asked', async (more, field) => {
  const parsed = mailSettingsSchema.safeParse({
    version: '2',
    enabled: 'on',
    host: '127.0.0.1',
    port: '25',
    security: 'none',
    sender: 'daicho@example.invalid',
    ...more,
  })
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
  const columns = { enabled: true, host: '127.0.0.1', port: '25', security: 'none', sender: 'a@b', ...more }
  const empty = Object.fromEntries(
    Object.entries(columns).map(([key, value]) => [key, value === '' ? null : value]),
  )
  const secret = await city.secretOf('portaladmin')
  await expect(
    rawSql(city.writer, 'select save_mail_settings(2, $1::jsonb)', {
      secret,
      permission: 'mail.manage',
      values: [empty],
    }),
  ).rejects.toThrow('mail_settings')
})

test('a mail to oneself goes out past the queue and leaves an event; without an address it says so', async () => {
  expect(await sendTestMail(await manager())).toHaveProperty('review')
  expect(server.received).toEqual([])
  await addressesFor(city.database.ownerPool)
  expect(await sendTestMail(await manager())).toHaveProperty('review', expect.stringContaining('渡しました'))
  expect(server.received.map(({ to }) => to)).toEqual(['portaladmin@example.invalid'])
  const { rows } = await city.database.ownerPool.query(
    `select from audit_events where action = 'mail.testSent'`,
  )
  expect(rows).toHaveLength(1)
})

test('what failed or was given up is tried again; what went out, or may have gone out twice, is not', async () => {
  await city.database.ownerPool.query(`
    insert into digests (person_id, day, address, subject, body, message_id, state, attempts, unclear, sent_at)
    select p.id, '2026-03-10'::date - (n::int), 'a@b', 's', 'secret words', '<' || s || '@x>', s, 7, case s when 'unsure' then 2 else 0 end,
      case s when 'sent' then now() end
    from people p, unnest(array['failed', 'gaveUp', 'unsure', 'sent']) with ordinality t (s, n) where p.login_id = 'ciso'`)
  const { mails, troubled, unsure } = await showMail(await manager())
  expect(mails.map(({ state }) => mailStateLabels[state])).toEqual([
    '取りやめ',
    '不明',
    '再送待ち',
    '送信済み',
  ])
  expect([troubled, unsure]).toEqual([2, 1])
  expect(JSON.stringify(mails)).not.toContain('secret words')
  const all = mails.map(({ id }) => BigInt(id))
  expect(await retryMails(await manager(), { id: all })).toEqual({ result: null })
  const { rows } = await city.database.ownerPool.query<{ state: string }>(
    'select state from digests order by day desc',
  )
  expect(rows.map(({ state }) => state)).toEqual(['queued', 'queued', 'unsure', 'sent'])
  expect(await retryMails(await manager(), { id: all })).toEqual({ refused: 'nothing' })
})

test('the database itself refuses whoever is no portal administrator', async () => {
  for (const login of ['ciso', 'auditor', 'secretariat', 'clerk-110']) {
    const secret = await city.secretOf(login)
    await expect(rawSql(city.reader, 'select mail_overview()', { secret }), login).rejects.toThrow(
      'mail.manage',
    )
    for (const [door, permission] of [
      ['save_mail_settings(1, null)', 'mail.manage'],
      [`retry_mail('{1}')`, 'mail.manage'],
      ['retry_job(1)', 'job.manage'],
    ] as const)
      await expect(rawSql(city.writer, `select ${door}`, { secret, permission }), login).rejects.toThrow(
        permission,
      )
    for (const table of ['digests', 'mail_settings'])
      await expect(rawSql(city.reader, `select from ${table}`, { secret })).rejects.toThrow(
        'permission denied',
      )
  }
})

test('one’s own notices are read, nobody else’s', async () => {
  await city.database.ownerPool.query(
    `insert into notices (person_id, key, kind, day) select id, 'step/1', 'proposalWaiting', '2026-03-10' from people where login_id in ('ciso', 'auditor')`,
  )
  const secret = await city.secretOf('auditor')
  expect((await rawSql(city.reader, 'select key from notices', { secret })).rows).toEqual([{ key: 'step/1' }])
  const { rows } = await rawSql(
    city.writer,
    'select mark_notices_read(array(select id from notices)) as marked',
    { secret },
  )
  expect(rows).toEqual([{ marked: '1' }])
  expect((await rawSql(city.writer, 'select mark_notices_read(null) as marked')).rows).toEqual([
    { marked: '0' },
  ])
  const { rows: all } = await city.database.ownerPool.query('select from notices where read_at is null')
  expect(all).toHaveLength(2)
})
