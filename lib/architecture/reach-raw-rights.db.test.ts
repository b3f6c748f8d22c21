import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { rawDoor, type RawDoor } from '@/e2e/support/small-city-raw'
import { smallCityMoment } from '@/lib/testing/small-city'

/* Raw SQL on the serving logins against who one is and what one may: nobody becomes somebody else, nobody gains a right. */
let city: SmallCity
let raw: RawDoor
const idOf: Record<string, string> = {}
beforeAll(async () => {
  city = await smallCity()
  raw = rawDoor(city)
  for (const row of await raw.arrange('select login_id, id from people'))
    idOf[row['login_id'] ?? ''] = row['id'] ?? ''
})
afterAll(() => city.end())

const denied = { code: '42501' }

describe('becoming somebody else', () => {
  test.each([
    ['the owner', 'set role daicho_owner'],
    ['another login', 'set session authorization daicho_owner'],
    ['somebody above row policies', 'set row_security = off; select * from assets'],
    ['a replica, for which no trigger fires', 'set session_replication_role = replica'],
    ['the author of a function', 'create function public.me() returns bigint language sql as $$ select 1 $$'],
    ['the author of a temporary table with triggers', 'create temp table mine (id bigint)'],
    ['the one who drops a policy', 'drop policy asset_readers on assets'],
    ['the one who stops a trigger', 'alter table assets disable trigger guard'],
  ])('a serving login does not become %s', async (_who, sql) => {
    await expect(raw.attempt('ciso', 'asset.edit', sql)).rejects.toMatchObject({ code: /42501|42809/ })
    await expect(raw.asReader('ciso', sql)).rejects.toMatchObject({ code: /42501|42809/ })
  })
  test('who gives itself a right has none more than before', async () => {
    const has = `select 1 where has_table_privilege('assets', 'delete') or has_table_privilege('credentials', 'select')`
    for (const sql of ['grant delete on assets to daicho_write', 'grant all on assets to public'])
      expect(await raw.attempt('ciso', 'asset.edit', sql, has)).toBe(0)
    await expect(
      raw.attempt('ciso', 'asset.edit', 'grant select on credentials to daicho_write'),
    ).rejects.toMatchObject(denied)
    await expect(
      raw.attempt('ciso', 'asset.edit', 'grant daicho_owner to daicho_write'),
    ).rejects.toMatchObject(denied)
  })
  test('what the trail or the table of sessions knows of a session opens none', async () => {
    const known = await raw.arrange(
      `select encode(secret_hash, 'hex') as hash, id::text, person_id::text from sessions limit 5`,
    )
    const wished = [...known.flatMap((row) => Object.values(row)), idOf['ciso'], 'ciso', `' or true --`]
    for (const session of wished) {
      const become = `select set_config('app.session', $1, true)`
      const amI =
        'select 1 where viewer_id() is not null or holds($$asset.read$$) or cardinality(reach($$asset.read$$)) > 0'
      expect(await raw.attempt('assetclerk', 'asset.read', [become, session], amI)).toBe(0)
    }
  })
  test('nobody reads or writes what signing in rests on', async () => {
    for (const table of ['credentials', 'sessions', 'sign_in_throttles', 'known_devices', 'sign_in_pepper']) {
      await expect(raw.asReader('portaladmin', `select from ${table}`)).rejects.toMatchObject(denied)
      await expect(raw.attempt('portaladmin', 'account.reset', `select from ${table}`)).rejects.toMatchObject(
        denied,
      )
      await expect(raw.attempt('portaladmin', 'account.reset', `delete from ${table}`)).rejects.toMatchObject(
        denied,
      )
    }
  })
  test('nobody ends another’s session or resets a password without account.reset', async () => {
    const [row] = await raw.arrange(
      `insert into sessions (secret_hash, person_id, kind, created_at, last_seen_at, expires_at)
       values (sha256('x'), $1, 'password', app_now(), app_now(), app_now() + interval '1 hour') returning id`,
      idOf['ciso'],
    )
    const ended = `select 1 where end_session($1)`
    for (const login of ['assetclerk', 'chiefofficer', 'secretariat', 'auditor', null])
      expect(await raw.attempt(login, 'account.reset', [ended, row?.['id']])).toBe(0)
    expect(await raw.attempt('portaladmin', 'account.reset', [ended, row?.['id']])).toBe(1)
    const reset = `select reset_password($1, sha256('a'), sha256('b'), 19456, 2, 1)`
    await expect(raw.attempt('ciso', 'account.reset', [reset, idOf['assetclerk']])).rejects.toMatchObject(
      denied,
    )
  })
})

describe('grants', () => {
  const grant = `insert into grants (person_id, role, scope_kind, department_id, valid_from) values ($1, $2, $3, $4, '2026-03-10')`
  const clerkship = (login: string): [string, ...unknown[]] => [
    grant,
    idOf[login],
    'assetClerk',
    'department',
    raw.departmentOf('120'),
  ]
  const over = (login: string, role: string): [string, ...unknown[]] => [
    grant,
    idOf[login],
    role,
    'everything',
    null,
  ]

  const tried = ['grant.manageClerks', 'grant.manageApprovers', 'person.manage', 'self.manage'] as const
  test('controls: who may, does', async () => {
    expect(await raw.attempt('secretariat', 'grant.manageClerks', clerkship('auditor'))).toBe(1)
    expect(await raw.attempt('ciso', 'grant.manageApprovers', over('auditor', 'secretariat'))).toBe(1)
  })
  test('nobody grants to themselves', async () => {
    for (const login of ['ciso', 'chiefofficer', 'secretariat'])
      for (const permission of ['grant.manageClerks', 'grant.manageApprovers'] as const)
        for (const wish of [clerkship(login), over(login, 'ciso')])
          await expect(raw.attempt(login, permission, wish)).rejects.toMatchObject(denied)
  })
  test('the secretariat grants a clerk of a department and nothing wider', async () => {
    for (const permission of tried) {
      await expect(
        raw.attempt('secretariat', permission, over('auditor', 'assetManager')),
      ).rejects.toMatchObject(denied)
      await expect(
        raw.attempt('secretariat', permission, over('auditor', 'assetClerk')),
      ).rejects.toMatchObject(denied)
    }
  })
  test('who resets passwords grants nothing; nor does anybody without the permission, or the role of system', async () => {
    for (const login of ['portaladmin', 'assetmanager', 'bureauofficer', 'educationchief', 'auditor', null])
      for (const permission of tried)
        await expect(raw.attempt(login, permission, clerkship('assetclerk'))).rejects.toMatchObject(denied)
    await expect(
      raw.attempt('ciso', 'grant.manageApprovers', over('auditor', 'system')),
    ).rejects.toMatchObject(denied)
  })
  test('a grant is never rewritten, and one’s own never prolonged', async () => {
    const change = (sets: string) => `update grants set ${sets} where person_id = $1`
    const by = (login: string, sets: string, of: string) =>
      raw.attempt(login, 'grant.manageApprovers', [change(sets), idOf[of]])
    expect(await by('ciso', `until = '2027-03-31'`, 'assetclerk')).toBe(1)
    for (const sets of [
      `role = 'ciso'`,
      `scope_kind = 'everything', department_id = null`,
      `valid_from = '2020-01-01'`,
    ])
      await expect(by('ciso', sets, 'assetclerk')).rejects.toThrow('not rewritten')
    await expect(by('ciso', `until = '2099-03-31'`, 'ciso')).rejects.toThrow('nobody grants to themselves')
    expect(await by('assetclerk', `until = '2099-03-31'`, 'assetclerk')).toBe(0)
  })
  test('the table of roles and permissions, and the settings, are the owner’s', async () => {
    for (const sql of [
      `insert into role_permissions values ('assetClerk', 'proposal.decide')`,
      `update role_permissions set role = 'assetClerk' where role = 'ciso'`,
      `update settings set value = 'true' where key = 'sample_data'`,
      `insert into settings (key, value) values ('x', '1')`,
    ])
      await expect(raw.attempt('ciso', 'grant.manageApprovers', sql)).rejects.toMatchObject(denied)
  })
})

describe('people, departments, schemes', () => {
  const person = (sets: string, ...of: string[]): [string, ...unknown[]] => [
    `update people set ${sets} where id = any ($1)`,
    of.map((login) => idOf[login]),
  ]
  test('a login ID never changes hands, and system is no person to edit', async () => {
    expect(await raw.attempt('portaladmin', 'person.manage', person(`name = 'x'`, 'ciso'))).toBe(1)
    await expect(
      raw.attempt('portaladmin', 'person.manage', person(`login_id = 'x1'`, 'ciso')),
    ).rejects.toThrow('never changes')
    expect(await raw.attempt('portaladmin', 'person.manage', person(`name = 'x'`, 'system'))).toBe(0)
    for (const sql of [
      `insert into people (login_id, name, employment) values ('x1', 'x', 'system')`,
      `update people set employment = 'system' where login_id = 'ciso'`,
    ])
      await expect(raw.attempt('portaladmin', 'person.manage', sql)).rejects.toMatchObject(denied)
  })
  test('who manages no people or departments changes none', async () => {
    for (const login of ['assetmanager', 'bureauofficer', 'ciso', 'auditor', null])
      for (const permission of ['person.manage', 'organization.manage', 'self.manage'] as const)
        for (const sql of [`update people set name = 'x'`, `update departments set parent_id = null`])
          expect(await raw.attempt(login, permission, sql)).toBe(0)
  })
  test('a department never stands below itself, keeps its code, and names its successor only by whom may', async () => {
    const under = `update departments set parent_id = $2 where id = $1`
    const organize = (...step: [string, ...unknown[]]) =>
      raw.attempt('secretariat', 'organization.manage', step)
    expect(await organize(under, raw.departmentOf('120'), raw.departmentOf('200'))).toBe(1)
    for (const below of ['100', '110', '111'])
      await expect(organize(under, raw.departmentOf('100'), raw.departmentOf(below))).rejects.toMatchObject({
        code: '23514',
      })
    await expect(
      organize(`update departments set code = '999' where id = $1`, raw.departmentOf('110')),
    ).rejects.toThrow('never changes')
    const succeed = `insert into department_successions (effective_on, kind, from_id, to_id) values ('2026-03-01', 'merge', $1, $2)`
    await expect(
      raw.attempt('assetmanager', 'organization.manage', [
        succeed,
        raw.departmentOf('110'),
        raw.departmentOf('210'),
      ]),
    ).rejects.toMatchObject(denied)
  })
  const scheme = (
    status: string,
  ) => `insert into classification_schemes (code, family, label, source, effective_on, status)
    values ('x', 'municipal', 'x', 'x', '2026-01-01', '${status}')`
  const level = `insert into levels (scheme_id, axis, code, label, rank, criterion)
    select id, 'confidentiality', 'x', 'x', 99, 'x' from classification_schemes where code = $1`
  test('a version begins as a draft: the secretariat neither adds one in force nor puts one in force', async () => {
    expect(await raw.attempt('secretariat', 'scheme.edit', scheme('draft'), [level, 'x'])).toBe(1)
    for (const status of ['inForce', 'retired'])
      await expect(raw.attempt('secretariat', 'scheme.edit', scheme(status))).rejects.toMatchObject(denied)
    for (const permission of ['scheme.edit', 'scheme.enforce'] as const)
      expect(
        await raw.attempt('secretariat', permission, `update classification_schemes set status = 'retired'`),
      ).toBe(0)
  })
  test('a version in force is immutable, also for the CISO and for the owner', async () => {
    const frozen = { code: '23000' }
    await expect(raw.attempt('secretariat', 'scheme.edit', [level, 'municipal-2024'])).rejects.toMatchObject(
      frozen,
    )
    for (const sql of [
      `update classification_schemes set label = 'x'`,
      `update classification_schemes set status = 'draft'`,
    ])
      await expect(raw.attempt('ciso', 'scheme.enforce', sql)).rejects.toMatchObject(frozen)
    for (const sql of [
      `update levels set label = 'x'`,
      'delete from levels',
      `update handling_restrictions set text = 'x'`,
    ])
      await expect(raw.arrange(sql)).rejects.toMatchObject(frozen)
  })
})

test('the clock moves only while sample data is loaded, also back over a grant that has ended', async () => {
  const moved = `select 1 where app_now() = $1::timestamptz`
  expect(await raw.attempt('ciso', '', [moved, smallCityMoment])).toBe(1)
  await city.secretOf('until-yesterday')
  const declare = `update settings set value = $1::jsonb where key = 'sample_data'`
  await raw.arrange(declare, 'false')
  try {
    expect(await raw.attempt('ciso', '', [moved, smallCityMoment])).toBe(0)
    expect(await raw.attempt('ciso', '', 'select 1 where app_now() = transaction_timestamp()')).toBe(1)
    expect(await raw.attempt('until-yesterday', '', `select 1 where holds('asset.edit')`)).toBe(0)
  } finally {
    await raw.arrange(declare, 'true')
  }
})
