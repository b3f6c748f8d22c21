import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { departmentsOf } from '@/e2e/support/small-city-reach'
import { rawSql } from '@/e2e/support/small-city-sessions'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import {
  holds,
  permissions,
  reachOf,
  rolePermissions,
  roles,
  within,
  type Grant,
  type Permission,
  type ReachableDepartment,
  type Role,
} from '@/lib/domain/access'
import { loginOf, smallCityDepartments, smallCityMoment, smallCityPeople } from '@/lib/testing/small-city'
import { resumeSession } from '@/lib/platform/viewer'
import { setClock } from '@/scripts/sample-city/owner'

/** What the roles of 市民部 and 市民課 meet: their own 課, another bureau's, their own bureau's other 課, a school, 議会. */
const places = {
  own: '110',
  below: '111',
  bureau: '120',
  other: '210',
  school: '331',
  assembly: '400',
} as const
const everywhere = Object.keys(places)

let city: SmallCity
let departments: ReachableDepartment[]
beforeAll(async () => {
  city = await smallCity()
  departments = await departmentsOf(city)
})
afterAll(() => city.end())

type Answer = { permission: Permission; held: boolean; codes: string[] }

/** What the code concludes from the viewer's grants, as each request does. */
async function accordingToCode(login: string, at: string): Promise<Answer[]> {
  setClock(at)
  const viewer = await resumeSession(await city.secretOf(login))
  setClock(smallCityMoment)
  if (!viewer) throw new Error(`${login} is nobody`)
  return permissions.map((permission) => {
    const reach = reachOf(viewer.grants, permission, departments, viewer.today)
    const codes = [...city.departmentIds].filter(([, id]) => within(reach, id)).map(([code]) => code)
    return { permission, held: holds(viewer.grants, permission, viewer.today), codes: codes.sort() }
  })
}

/** What the rule alone concludes from every grant that was ever given and not ended, on a day. */
async function accordingToRule(login: string, day: string): Promise<Answer[]> {
  const { rows } = await city.database.ownerPool.query<{
    role: Role
    department: string
    from: string
    until: string | null
  }>(
    `select g.role, g.department_id as department, g.valid_from::text as from, g.until::text from grants g
     join people p on p.id = g.person_id and p.login_id = $1`,
    [login],
  )
  const grants = rows.map((row): Grant => {
    const scope = { kind: 'department', departmentId: BigInt(row.department) } as const
    return { id: 1n, role: row.role, scope, validFrom: row.from, until: row.until }
  })
  return permissions.map((permission) => {
    const reach = reachOf(grants, permission, departments, day)
    const codes = [...city.departmentIds].filter(([, id]) => within(reach, id)).map(([code]) => code)
    return { permission, held: holds(grants, permission, day), codes: codes.sort() }
  })
}

/** What reach() and holds() answer on a serving login's connection with that person's session. */
async function accordingToDatabase(login: string, at: string, pool = city.reader): Promise<Answer[]> {
  const sql = `
    select p.permission, holds(p.permission) as held,
      array(select d.code from departments d where d.id = any (reach(p.permission)) order by d.code collate "C") as codes
    from unnest($1::text[]) with ordinality p(permission, place) order by p.place`
  const { rows } = await rawSql(pool, sql, {
    secret: await city.secretOf(login),
    at,
    values: [permissions],
  })
  return rows as Answer[]
}

async function placesReached(login: string, permission: Permission, at = smallCityMoment): Promise<string[]> {
  const answers = await accordingToDatabase(login, at)
  const codes = answers.find((answer) => answer.permission === permission)?.codes ?? []
  return Object.entries(places).flatMap(([name, code]) => (codes.includes(code) ? [name] : []))
}

test('the table of roles and permissions in the database equals that of the code', async () => {
  const { rows } = await city.reader.query<{ role: Role; permission: Permission }>(
    'select role, permission from role_permissions',
  )
  const inWords = (pairs: { role: string; permission: string }[]) =>
    pairs.map((pair) => `${pair.role} ${pair.permission}`).sort()
  expect(inWords(rows)).toEqual(
    inWords(roles.flatMap((role) => rolePermissions[role].map((permission) => ({ role, permission })))),
  )
})

describe('code and database agree over every permission and every department', () => {
  test.each(['system', ...smallCityPeople.map(({ login }) => login)])('for %s', async (login) => {
    const answers = await accordingToDatabase(login, smallCityMoment)
    expect(answers).toEqual(await accordingToCode(login, smallCityMoment))
    expect(answers.length * departments.length).toBe(permissions.length * smallCityDepartments.length)
  })
  test.each(smallCityPeople.slice(0, 10).map(({ login }) => login))(
    'for %s on the writing login too',
    async (login) => {
      expect(await accordingToDatabase(login, smallCityMoment, city.writer)).toEqual(
        await accordingToDatabase(login, smallCityMoment),
      )
    },
  )
})

describe('each role reaches what the glossary says, and nothing else', () => {
  const reaches: Record<Exclude<Role, 'system'>, Partial<Record<Permission, string[]>>> = {
    ciso: {
      'asset.read': everywhere,
      'asset.readRestricted': everywhere,
      'asset.edit': [],
      'proposal.decide': everywhere,
    },
    chiefOfficer: { 'asset.read': everywhere, 'proposal.decide': everywhere, 'asset.edit': [] },
    educationChief: { 'asset.read': ['school'], 'proposal.decide': ['school'], 'asset.edit': [] },
    secretariat: {
      'asset.read': everywhere,
      'asset.readRestricted': [],
      'proposal.decide': [],
      'asset.edit': [],
    },
    bureauOfficer: {
      'asset.read': ['own', 'below', 'bureau'],
      'proposal.decide': ['own', 'below', 'bureau'],
      'asset.edit': [],
    },
    assetManager: {
      'asset.read': ['own', 'below'],
      'asset.edit': ['own', 'below'],
      'asset.dispose': ['own', 'below'],
    },
    assetClerk: {
      'asset.read': ['own', 'below'],
      'asset.edit': ['own', 'below'],
      'proposal.decide': [],
      'asset.dispose': ['own', 'below'],
    },
    educationOfficer: { 'asset.read': ['school'], 'proposal.decide': ['school'], 'asset.edit': [] },
    auditor: {
      'asset.read': everywhere,
      'audit.readSources': everywhere,
      'asset.create': [],
      'asset.edit': [],
    },
    portalAdmin: {
      'asset.read': [],
      'asset.readRestricted': [],
      'dashboard.read': [],
      'account.reset': everywhere,
    },
  }
  const cases = Object.entries(reaches).flatMap(([role, table]) =>
    Object.entries(table).map(
      ([permission, reached]) => [role as Role, permission as Permission, reached] as const,
    ),
  )
  test.each(cases)('%s with %s: %j', async (role, permission, reached) => {
    expect(await placesReached(loginOf(role), permission)).toEqual(reached)
  })
})

test('who audits everything and is clerk of one department reads all and edits that one only', async () => {
  expect(await placesReached('auditor-and-clerk', 'asset.read')).toEqual(everywhere)
  expect(await placesReached('auditor-and-clerk', 'asset.edit')).toEqual(['other'])
  expect(await placesReached('auditor-and-clerk', 'asset.create')).toEqual(['other'])
})

test('with two grants each permission reaches only where its own role is held', async () => {
  expect(await placesReached('two-departments', 'asset.edit')).toEqual(['bureau', 'other'])
  expect(await placesReached('two-departments', 'proposal.decide')).toEqual(['other'])
})

test('a grant over 議会 or an executive body reaches its departments and no others', async () => {
  expect(await placesReached('assembly-officer', 'proposal.decide')).toEqual(['assembly'])
  expect(await placesReached('board-auditor', 'asset.read')).toEqual(['school'])
})

const marchEnds = '2026-03-31T23:59:59.999+09:00'
const aprilBegins = '2026-04-01T00:00:00+09:00'

test('a grant counts on its last day, and no longer on the next; one that was ended counts no more', async () => {
  expect(await placesReached('until-today', 'asset.edit')).toEqual(['own', 'below'])
  expect(await placesReached('until-yesterday', 'asset.edit')).toEqual([])
  expect(await placesReached('ended-early', 'asset.edit')).toEqual([])
  expect(await placesReached('from-april', 'asset.edit')).toEqual([])
})

test('at midnight of 31 March, Asia/Tokyo, one fiscal year’s grants end and the next begin, in code and database', async () => {
  expect(await placesReached('until-march', 'asset.edit', marchEnds)).toEqual(['own', 'below'])
  expect(await placesReached('until-march', 'asset.edit', aprilBegins)).toEqual([])
  expect(await placesReached('from-april', 'asset.edit', marchEnds)).toEqual([])
  expect(await placesReached('from-april', 'asset.edit', aprilBegins)).toEqual(['own', 'below'])
  for (const login of ['until-march', 'from-april', 'until-today'])
    for (const at of [marchEnds, aprilBegins]) {
      expect(await accordingToDatabase(login, at)).toEqual(await accordingToCode(login, at))
      expect(await accordingToDatabase(login, at)).toEqual(await accordingToRule(login, at.slice(0, 10)))
    }
})

test('a change of the organisation changes what is reached at once', async () => {
  const moved = `with moved as (update departments set parent_id = (select id from departments where code = '200')
      where code = '120' returning id) select id from moved`
  const client = await city.database.ownerPool.connect()
  const reached = async () =>
    (await client.query<{ r: string[] }>(`select reach('asset.read') as r`)).rows[0]?.r
  try {
    await client.query('begin')
    await client.query(`select set_config('app.session', $1, true), set_config('app.now', $2, true)`, [
      await city.secretOf('bureauofficer'),
      smallCityMoment,
    ])
    const before = (await reached()) ?? []
    const { rows } = await client.query<{ id: string }>(moved)
    expect(before).toContain(rows[0]?.id)
    expect(await reached()).not.toContain(rows[0]?.id)
  } finally {
    await client.query('rollback')
    client.release()
  }
})
