import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { addressesFor, mailTo } from '@/e2e/support/mail-city'
import { startMailServer, type MailServer, type Stage } from '@/e2e/support/mail-server'
import { noonOf, ownerAt } from '@/e2e/support/moved'
import { reviewActs } from '@/e2e/support/review-acts'
import { composeDigests, sendMail } from './mail-jobs'

const mail = { password: null, publicUrl: 'https://daicho.example.invalid' }
/** A business day after a weekend. */
const monday = '2044-04-25'

let city: ApprovalCity
let server: MailServer
let at: (stage: Stage, to: string) => void = () => undefined
beforeAll(async () => {
  city = await approvalCity()
  const acts = approvalActs(city)
  const reviews = reviewActs(city, acts)
  for (const department of ['11', '12']) await acts.registered(department)
  const review = await reviews.make({ opensOn: '2044-04-01', dueOn: '2044-05-09' })
  await reviews.start(review)
  server = await startMailServer({
    at: (stage, to) => {
      at(stage, to)
    },
  })
  await addressesFor(city.database.ownerPool)
}, 120_000)
afterEach(() => {
  at = () => undefined
})
afterAll(async () => {
  await server.stop()
  await city.end()
})

/** A job on a connection of the writing login in which nobody is signed in, as the runner gives it. */
async function run(job: typeof sendMail, day = monday): Promise<number> {
  const pool = new pg.Pool({ connectionString: city.database.writerUrl, max: 1 })
  const client = await pool.connect()
  try {
    await client.query(`select set_config('app.now', $1, false)`, [noonOf(day)])
    return await job(client, { anchors: null, mail }, () => pool.connect())
  } finally {
    client.release(true)
    await pool.end()
  }
}
const notice = (day: string) => ownerAt(city.database.ownerPool, noonOf(day), 'select write_due_notices()')
type Digest = {
  id: string
  login: string
  state: string
  attempts: number
  unclear: number
  error: string | null
}
const digests = (day: string) =>
  city.owner<Digest>(
    `select d.id::text, p.login_id as login, d.state, d.attempts, d.unclear, d.last_error as error
     from digests d join people p on p.id = d.person_id where d.day = $1 order by 2`,
    [day],
  )
const soon = () =>
  city.owner(`update digests set next_at = clock_timestamp() where state in ('failed', 'queued')`)

describe('composing', () => {
  test('while mail is off nobody gets one, and everything is in the portal', async () => {
    await notice(monday)
    expect(await run(composeDigests)).toBe(0)
    expect((await city.owner('select from notices')).length).toBeGreaterThan(3)
  })

  test('nor on a day on which nobody works', async () => {
    await mailTo(city.database.ownerPool, server.port)
    expect(await run(composeDigests, '2044-04-24')).toBe(0)
    expect(await run(composeDigests, '2044-05-03')).toBe(0)
  })

  test('one a person and day, of everything unread, by several at once', async () => {
    const counts = await Promise.all([run(composeDigests), run(composeDigests), run(composeDigests)])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
    expect((await digests(monday)).map(({ login }) => login)).toEqual(['clerk', 'clerk12', 'colleague'])
    expect(await run(composeDigests)).toBe(0)
  })

  test('who left or has no post any more gets none', async () => {
    await city.owner(`insert into notices (person_id, key, kind, facts, day)
      select id, 'grant/x', 'grantEnded', '{"role": "assetClerk", "until": "2044-04-24"}', '2044-04-26' from people where login_id = 'system'`)
    expect(await run(composeDigests, '2044-04-26')).toBe(0)
  })
})

describe('sending', () => {
  test('two workers at once: each mail once, in Japanese, with what is due', async () => {
    const counts = await Promise.all([run(sendMail), run(sendMail)])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
    expect(server.received.map(({ to }) => to.split('@')[0]).sort()).toEqual([
      'clerk',
      'clerk12',
      'colleague',
    ])
    const [first] = server.received
    expect(first?.subject).toContain('【情報資産台帳】')
    expect(first?.body).toContain('定期見直し「yearly」が始まりました')
    expect(first?.body).toContain('https://daicho.example.invalid/notices')
    expect((await digests(monday)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
    expect(await run(sendMail)).toBe(0)
  })

  test('what the server refuses is tried again later, seven times, then given up and told to the portal administrators', async () => {
    const day = await another('2044-04-26', 'clerk')
    at = () => {
      throw Object.assign(new Error('mailbox full'), { responseCode: 452 })
    }
    for (let attempt = 1; attempt <= 7; attempt++) {
      await soon()
      await run(sendMail, day)
      expect(await digests(day)).toMatchObject([
        { attempts: attempt, state: attempt < 7 ? 'failed' : 'gaveUp' },
      ])
      // Not due yet: nothing happens.
      expect(await run(sendMail, day)).toBe(0)
    }
    expect((await digests(day))[0]?.error).toContain('mailbox full')
    expect(server.received).toHaveLength(3)
  })

  test('a connection lost after the mail: once more, saying so; lost again: nobody sends a third', async () => {
    const day = await another('2044-04-27', 'clerk')
    const before = server.received.length
    at = (stage) => {
      if (stage === 'stored') server.cut()
    }
    await run(sendMail, day)
    expect(await digests(day)).toMatchObject([{ state: 'unsure', attempts: 2, unclear: 2 }])
    const got = server.received.slice(before)
    expect(got.map(({ messageId }) => messageId)).toEqual([got[0]?.messageId, got[0]?.messageId])
    expect(got.map(({ body }) => body.includes('2通届くことがあります'))).toEqual([false, true])
    at = () => undefined
    const [only] = await digests(day)
    await expect(
      city.owner(`update digests set state = 'queued' where id = $1`, [only?.id]),
    ).rejects.toThrow()
    await soon()
    expect(await run(sendMail, day)).toBe(0)
    expect(server.received).toHaveLength(before + 2)
  })

  test('switched off, nothing goes out; switched on a week later, the old ones neither', async () => {
    const day = await another('2044-04-28', 'clerk')
    await mailTo(city.database.ownerPool, server.port, false)
    expect(await run(sendMail, day)).toBe(0)
    await mailTo(city.database.ownerPool, server.port)
    expect(await run(sendMail, '2044-05-06')).toBe(0)
    expect(await digests(day)).toMatchObject([{ state: 'gaveUp', error: 'tooOld' }])
  })

  test('only who holds a mail says what became of it', async () => {
    const [some] = await digests(monday)
    const client = new pg.Client({ connectionString: city.database.writerUrl })
    await client.connect()
    await expect(client.query(`select end_mail($1, 'queued', 0, 0, null)`, [some?.id])).rejects.toThrow(
      'holds',
    )
    await client.end()
  })
})

/** A digest for one person on a day of its own. */
async function another(day: string, login: string): Promise<string> {
  await city.owner(
    `insert into notices (person_id, key, kind, facts, day)
     select id, 'grant/' || $1::text, 'grantEnding', '{"role": "assetClerk", "until": "2044-05-31"}', $1::date from people where login_id = $2`,
    [day, login],
  )
  expect(await run(composeDigests, day)).toBe(1)
  return day
}
