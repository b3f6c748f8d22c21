import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInStage, type SignInStage } from '@/e2e/support/sign-in-stage'

let stage: SignInStage
beforeAll(async () => {
  stage = await signInStage()
})
afterAll(async () => {
  await stage.end()
})

const monday = '2026-04-06T08:30:00+09:00'
const later = (seconds: number) => new Date(Date.parse(monday) + seconds * 1000).toISOString()

test('the right password opens a session whose secret leads back to that person', async () => {
  await stage.person('right')
  const { outcome, secret } = await stage.attempt({ login: 'right', at: monday })
  expect(outcome).toBe('opened')
  expect(await stage.resume(secret, monday)).toMatchObject({ loginId: 'right', mustChangePassword: false })
})

test('an unknown login and a wrong password get the same answer, the same delays and a salt alike', async () => {
  await stage.person('somebody')
  const answersFor = async (login: string) => {
    const answers = []
    for (let turn = 0; turn < 8; turn += 1) {
      const answer = await stage.attempt({ login, password: 'wrong', at: monday })
      answers.push({ ...answer, secret: 'drawn by the caller' })
    }
    return answers
  }
  const known = await answersFor('somebody')
  expect(known).toEqual(await answersFor('nobody'))
  expect(known.at(-1)).toMatchObject({ outcome: 'wait' })
  const [one, again, other] = await Promise.all([
    stage.challenge('nobody'),
    stage.challenge('nobody'),
    stage.challenge('somebody'),
  ])
  expect(one.salt).toEqual(again.salt)
  expect({ ...one, salt: one.salt.length }).toEqual({ ...other, salt: other.salt.length })
})

test('the delay grows up to a minute and passes', async () => {
  await stage.person('slow')
  const waits: number[] = []
  let clock = 0
  for (let turn = 0; turn < 12; turn += 1) {
    const answer = await stage.attempt({ login: 'slow', password: 'wrong', at: later(clock) })
    expect(answer.outcome).toBe('refused')
    waits.push(answer.waitSeconds)
    clock += answer.waitSeconds
  }
  expect(waits).toEqual([0, 0, 0, 0, 2, 4, 8, 16, 32, 60, 60, 60])
  expect(await stage.attempt({ login: 'slow', at: later(clock) })).toMatchObject({ outcome: 'opened' })
})

test('nobody locks the CISO out: neither from elsewhere, nor behind the same proxy for a known browser', async () => {
  await stage.person('chief')
  const browser = stage.newBrowser()
  expect(await stage.attempt({ login: 'chief', browser, at: monday })).toMatchObject({ outcome: 'opened' })
  for (let turn = 0; turn < 20; turn += 1)
    await stage.attempt({ login: 'chief', password: 'guess', at: monday })
  const stranger = await stage.attempt({ login: 'chief', at: monday })
  expect(stranger.outcome).toBe('wait')
  expect(stranger.waitSeconds).toBeLessThanOrEqual(60)
  expect(await stage.attempt({ login: 'chief', browser, at: monday })).toMatchObject({ outcome: 'opened' })
  expect(await stage.attempt({ login: 'chief', source: '192.0.2.77', at: monday })).toMatchObject({
    outcome: 'opened',
  })
})

test('a browser known for one account is a stranger to every other account', async () => {
  await stage.person('owner')
  await stage.person('victim')
  const browser = stage.newBrowser()
  await stage.attempt({ login: 'owner', browser, at: monday })
  for (let turn = 0; turn < 6; turn += 1)
    await stage.attempt({ login: 'victim', password: 'guess', browser, at: monday })
  expect(await stage.attempt({ login: 'victim', at: monday })).toMatchObject({ outcome: 'wait' })
})

test('one password tried on many accounts slows its source down, but no known browser there', async () => {
  await stage.person('regular')
  const browser = stage.newBrowser()
  const source = '198.51.100.9'
  await stage.attempt({ login: 'regular', browser, source, at: monday })
  for (let turn = 0; turn < 50; turn += 1)
    await stage.attempt({ login: `sprayed-${turn}`, password: 'spring', source, at: monday })
  expect(await stage.attempt({ login: 'sprayed-99', password: 'spring', source, at: monday })).toMatchObject({
    outcome: 'wait',
  })
  expect(await stage.attempt({ login: 'regular', browser, source, at: monday })).toMatchObject({
    outcome: 'opened',
  })
})

test('guesses sent all at once count one after another', async () => {
  await stage.person('parallel')
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => stage.attempt({ login: 'parallel', password: 'guess', at: monday })),
  )
  expect(answers.filter((answer) => answer.outcome === 'refused')).toHaveLength(5)
})

test('who has left, has no grant today or only an old one-time password is refused like anybody', async () => {
  const ended = await stage.person('ended')
  await stage.owner('update people set ended_on = $2 where id = $1', [ended, '2026-04-06'])
  const ungranted = await stage.person('ungranted')
  await stage.owner('update grants set until = $2 where person_id = $1', [ungranted, '2026-04-05'])
  await stage.person('forgetful', { oneTime: true, at: '2026-04-01T09:00:00+09:00' })
  for (const login of ['ended', 'ungranted', 'forgetful', 'system'])
    expect(await stage.attempt({ login, at: monday })).toMatchObject({ outcome: 'refused', waitSeconds: 0 })
})

test('the trail tells an opened session from a refused one, and keeps the address apart', async () => {
  const person = await stage.person('trailed')
  await stage.attempt({ login: 'trailed', password: 'wrong', at: monday })
  await stage.attempt({ login: 'trailed', at: monday })
  const events = await stage.owner(
    `select action, actor_id, details ->> 'cause' as cause, source from audit_events
     where subject_id = $1 and action = 'session.refused' or actor_id = $1 and action = 'session.opened' order by id`,
    [person],
  )
  expect(events).toEqual([
    { action: 'session.refused', actor_id: null, cause: 'password', source: '192.0.2.1' },
    { action: 'session.opened', actor_id: person, cause: null, source: '192.0.2.1' },
  ])
})
