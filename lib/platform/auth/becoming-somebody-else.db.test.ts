import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInStage, type SignInStage } from '@/e2e/support/sign-in-stage'

let stage: SignInStage
beforeAll(async () => {
  stage = await signInStage()
  await stage.person('target')
})
afterAll(async () => {
  await stage.end()
})

const at = '2026-04-06T08:30:00+09:00'
const denied = /permission denied/

test.each(['credentials', 'sessions', 'sign_in_throttles', 'known_devices', 'sign_in_pepper'])(
  'raw SQL as a serving role reads and writes nothing of %s',
  async (table) => {
    await expect(stage.asReader(`select * from ${table}`)).rejects.toThrow(denied)
    await expect(stage.asWriter(`select * from ${table}`)).rejects.toThrow(denied)
    await expect(stage.asWriter(`delete from ${table}`)).rejects.toThrow(denied)
    await expect(stage.asWriter(`insert into ${table} default values`)).rejects.toThrow(denied)
  },
)

test.each([
  'open_system_session(1)',
  `set_initial_password(1, '', '', 1, 1, 1)`,
  `keep_credentials(1, '', '', 1, 1, 1, null, null)`,
  'end_sessions(array[1::bigint], $$administrator$$)',
  'session_in_force($$x$$)',
  'random_secret()',
  'viewer_grants(1)',
  'throttle_failure($$x$$, 1, 1)',
])('a serving role cannot call %s', async (call) => {
  await expect(stage.asReader(`select ${call}`)).rejects.toThrow(denied)
  await expect(stage.asWriter(`select ${call}`)).rejects.toThrow(denied)
})

test('no setting makes a serving role somebody: only the secret of an open session does', async () => {
  const { secret } = await stage.attempt({ login: 'target', at })
  const [{ hash } = { hash: '' }] = await stage.owner(
    `select encode(secret_hash, 'hex') as hash from sessions order by id desc limit 1`,
  )
  const viewer = (session: string) => stage.asWriter('select viewer_id() as id', [], session, at)
  expect(await viewer(String(hash))).toEqual([{ id: null }])
  expect(await viewer('1')).toEqual([{ id: null }])
  expect(await viewer('')).toEqual([{ id: null }])
  expect((await viewer(secret))[0]?.['id']).not.toBeNull()
})

test('a setting left behind by an earlier transaction on the same connection signs nobody in', async () => {
  const { secret } = await stage.attempt({ login: 'target', at })
  await stage.asWriter('select 1', [], secret, at)
  expect(await stage.asWriter('select viewer_id() as id')).toEqual([{ id: null }])
})

test('a look-alike table in the temporary schema deceives no function', async () => {
  const forged = `create temp table sessions as select 1 as id, 1::bigint as person_id`
  await expect(stage.asWriter(forged)).rejects.toThrow(denied)
})

test('once the sample data is gone nobody moves the clock to bring a session back', async () => {
  const real = new Date().toISOString()
  const { secret } = await stage.attempt({ login: 'target', at })
  await stage.owner(`update settings set value = 'false' where key = 'sample_data'`)
  expect(await stage.resume(secret, at)).toBeNull()
  expect(
    await stage.asWriter('select app_now() > $1::timestamptz - interval $$1 hour$$ as real', [real], '', at),
  ).toEqual([{ real: true }])
  expect(await stage.asReader('select * from sample_accounts()')).toEqual([])
  await stage.owner(`update settings set value = 'true' where key = 'sample_data'`)
})
