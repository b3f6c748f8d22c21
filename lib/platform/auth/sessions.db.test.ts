import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInStage, type SignInStage } from '@/e2e/support/sign-in-stage'

let stage: SignInStage
beforeAll(async () => {
  stage = await signInStage()
})
afterAll(async () => {
  await stage.end()
})

const start = '2026-04-06T08:30:00+09:00'
const after = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString()

test('a session ends after 30 minutes without use', async () => {
  await stage.person('idle')
  const { secret } = await stage.attempt({ login: 'idle', at: start })
  expect(await stage.resume(secret, after(29))).not.toBeNull()
  expect(await stage.resume(secret, after(58))).not.toBeNull()
  expect(await stage.resume(secret, after(89))).toBeNull()
})

test('a session ends 12 hours after signing in, however much it is used', async () => {
  await stage.person('busy')
  const { secret } = await stage.attempt({ login: 'busy', at: start })
  for (let minute = 20; minute < 720; minute += 20) {
    expect(await stage.resume(secret, after(minute))).not.toBeNull()
  }
  expect(await stage.resume(secret, after(719))).not.toBeNull()
  expect(await stage.resume(secret, after(720))).toBeNull()
})

test('that a session was used is noted once a minute, not at every request', async () => {
  const person = await stage.person('noted')
  const { secret } = await stage.attempt({ login: 'noted', at: start })
  const noted = async () => {
    const [row] = await stage.owner('select last_seen_at as at from sessions where person_id = $1', [person])
    return (row?.['at'] as Date).toISOString()
  }
  await stage.resume(secret, after(0.5))
  expect(await noted()).toBe(after(0))
  await stage.resume(secret, after(1.5))
  expect(await noted()).toBe(after(1.5))
})

test('a forged, a malformed and an empty secret open nothing', async () => {
  for (const secret of [randomBytes(32).toString('hex'), 'zz', '', "' or 1=1 --", 'A'.repeat(64)])
    expect(await stage.resume(secret, start)).toBeNull()
})

test('the viewer comes with the grants of today and nothing of yesterday', async () => {
  const person = await stage.person('granted')
  const { secret } = await stage.attempt({ login: 'granted', at: start })
  expect(await stage.resume(secret, start)).toMatchObject({
    personId: person,
    today: '2026-04-06',
    clockMoved: true,
    sampleData: true,
    grants: [{ role: 'auditor', scopeKind: 'everything', department: null, until: null }],
  })
  await stage.owner('update grants set ended_on = $2 where person_id = $1', [person, '2026-04-06'])
  expect(await stage.resume(secret, start)).toMatchObject({ grants: [] })
})

test('who has left is out at once, in the middle of a session', async () => {
  const person = await stage.person('leaving')
  const { secret } = await stage.attempt({ login: 'leaving', at: start })
  await stage.owner('update people set ended_on = $2 where id = $1', [person, '2026-04-06'])
  expect(await stage.resume(secret, start)).toBeNull()
  expect(await stage.asWriter('select viewer_id() as id', [], secret, start)).toEqual([{ id: null }])
})

test('a person ends an own session elsewhere, and nobody else can', async () => {
  const person = await stage.person('twice')
  await stage.person('stranger')
  const here = await stage.attempt({ login: 'twice', at: start })
  const there = await stage.attempt({ login: 'twice', at: start })
  const stranger = await stage.attempt({ login: 'stranger', at: start })
  const list = (secret: string) =>
    stage.asWriter('select id, source, is_current from list_sessions($1)', [person], secret, start)
  const [other] = (await list(here.secret)).filter((session) => session['is_current'] !== true)
  const endIt = (secret: string) =>
    stage.asWriter('select end_session($1) as done', [other?.['id']], secret, start)

  expect(await list(stranger.secret)).toEqual([])
  expect(await endIt(stranger.secret)).toEqual([{ done: false }])
  expect(await endIt(here.secret)).toEqual([{ done: true }])
  expect(await stage.resume(there.secret, start)).toBeNull()
  expect(await stage.resume(here.secret, start)).not.toBeNull()
})

test('an administrator ends a session without being told where it comes from', async () => {
  const person = await stage.person('helped')
  await stage.person('portal-admin', { role: 'portalAdmin' })
  const { secret } = await stage.attempt({ login: 'helped', at: start })
  const admin = await stage.attempt({ login: 'portal-admin', at: start })
  const sessions = await stage.asWriter('select * from list_sessions($1)', [person], admin.secret, start)
  expect(sessions).toMatchObject([{ source: null, user_agent: null }])
  await stage.asWriter('select end_session($1)', [sessions[0]?.['id']], admin.secret, start)
  expect(await stage.resume(secret, start)).toBeNull()
})

test('signing out ends the session in the database, not only in the browser', async () => {
  await stage.person('leaver')
  const { secret } = await stage.attempt({ login: 'leaver', at: start })
  expect(await stage.asWriter('select sign_out() as done', [], secret, start)).toEqual([{ done: true }])
  expect(await stage.resume(secret, start)).toBeNull()
  expect(await stage.asWriter('select sign_out() as done', [], secret, start)).toEqual([{ done: false }])
})
