import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInStage, type SignInStage } from '@/e2e/support/sign-in-stage'
import { deriveKey, deriveNewKey, type DerivedKey } from './hashing'

let stage: SignInStage
let chosen: DerivedKey
beforeAll(async () => {
  stage = await signInStage()
  chosen = await deriveNewKey('あたらしいことば、みっつ')
  await stage.person('admin', { role: 'portalAdmin' })
})
afterAll(async () => {
  await stage.end()
})

const at = '2026-04-06T08:30:00+09:00'

/** Changes the password of whoever has this session, from `present` to the new one. */
async function change(secret: string, present: string) {
  const [asked] = await stage.asWriter('select salt from password_challenge()', [], secret, at)
  const key = await deriveKey(present, asked?.['salt'] as Uint8Array, stage.derived)
  const [answer] = await stage.asWriter(
    'select * from change_password($1, $2, $3, $4, $5, $6)',
    [key, chosen.salt, chosen.key, chosen.memoryKib, chosen.passes, chosen.lanes],
    secret,
    at,
  )
  return answer
}

async function reset(secret: string, person: string) {
  const [answer] = await stage.asWriter(
    'select * from reset_password($1, $2, $3, $4, $5, $6)',
    [person, chosen.salt, chosen.key, chosen.memoryKib, chosen.passes, chosen.lanes],
    secret,
    at,
  )
  return answer
}

test('an own change ends every other session and leaves the present one', async () => {
  await stage.person('changer')
  const [here, there] = [
    await stage.attempt({ login: 'changer', at }),
    await stage.attempt({ login: 'changer', at }),
  ]
  expect(await change(here.secret, 'daicho-2026')).toMatchObject({ outcome: 'changed', ended_sessions: 1 })
  expect(await stage.resume(there.secret, at)).toBeNull()
  expect(await stage.resume(here.secret, at)).not.toBeNull()
  expect((await stage.attempt({ login: 'changer', at })).outcome).toBe('refused')
  const renewed = await stage.attempt({ login: 'changer', password: 'あたらしいことば、みっつ', at })
  expect(renewed.outcome).toBe('opened')
})

test('whoever finds an open terminal cannot guess the present password at leisure', async () => {
  await stage.person('careless')
  const { secret } = await stage.attempt({ login: 'careless', at })
  for (let turn = 0; turn < 5; turn += 1)
    expect(await change(secret, 'guess')).toMatchObject({ outcome: 'wrong' })
  expect(await change(secret, 'daicho-2026')).toMatchObject({ outcome: 'wait', wait_seconds: 2 })
})

test('a reset ends the sessions of the person, is told to the person, and allows nothing but a change', async () => {
  const person = await stage.person('reset-me')
  const before = await stage.attempt({ login: 'reset-me', at })
  const admin = await stage.attempt({ login: 'admin', at })
  expect(await reset(admin.secret, person)).toMatchObject({ outcome: 'reset' })
  expect(await stage.resume(before.secret, at)).toBeNull()

  const again = await stage.attempt({ login: 'reset-me', password: 'あたらしいことば、みっつ', at })
  expect(again).toMatchObject({ outcome: 'opened', mustChange: true })
  expect(await stage.resume(again.secret, at)).toMatchObject({
    mustChangePassword: true,
    passwordReset: { by: 'admin san' },
  })
  const holds = () => stage.asWriter(`select holds('asset.read') as held`, [], again.secret, at)
  expect(await holds()).toEqual([{ held: false }])
  expect(await change(again.secret, 'あたらしいことば、みっつ')).toMatchObject({ outcome: 'changed' })
  expect(await holds()).toEqual([{ held: true }])
})

test('nobody resets an own password, the one of system, or any without the permission', async () => {
  const [me] = await stage.owner(`select id from people where login_id = 'admin'`)
  const [system] = await stage.owner(`select id from people where login_id = 'system'`)
  const person = await stage.person('plain')
  const admin = await stage.attempt({ login: 'admin', at })
  const plain = await stage.attempt({ login: 'plain', at })
  expect(await reset(admin.secret, String(me?.['id']))).toMatchObject({ outcome: 'self' })
  expect(await reset(admin.secret, String(system?.['id']))).toMatchObject({ outcome: 'unknown' })
  expect(await reset(admin.secret, '999999')).toMatchObject({ outcome: 'unknown' })
  await expect(reset(plain.secret, person)).rejects.toThrow('account.reset is not held')
  await expect(reset('', person)).rejects.toThrow('account.reset is not held')
})

test('the trail says who reset whose password, and that it was changed', async () => {
  const events = await stage.owner(`
    select e.action, a.login_id as actor, s.login_id as subject, e.details
    from audit_events e left join people a on a.id = e.actor_id join people s on s.id = e.subject_id
    where e.action like 'password.%' and s.login_id = 'reset-me' order by e.id`)
  expect(events).toEqual([
    { action: 'password.issued', actor: null, subject: 'reset-me', details: {} },
    { action: 'password.reset', actor: 'admin', subject: 'reset-me', details: { first: false } },
    { action: 'password.changed', actor: 'reset-me', subject: 'reset-me', details: { oneTimeBefore: true } },
  ])
})
