import pg from 'pg'
import type { Role, ScopeKind } from '@/lib/domain/access'
import { testDatabase } from './database'

/** Who there is, by login: two heads in 11, one post over each duty, a school with its own line, and a vacant 課 (13). */
const posts: Record<string, [Role, ScopeKind, string?]> = {
  clerk: ['assetClerk', 'department', '11'],
  colleague: ['assetClerk', 'department', '11'],
  head: ['assetManager', 'department', '11'],
  second: ['assetManager', 'department', '11'],
  clerk12: ['assetClerk', 'department', '12'],
  head12: ['assetManager', 'department', '12'],
  clerk13: ['assetClerk', 'department', '13'],
  officer: ['bureauOfficer', 'department', '10'],
  chief: ['chiefOfficer', 'everything'],
  ciso: ['ciso', 'everything'],
  secretary: ['secretariat', 'everything'],
  auditor: ['auditor', 'everything'],
  teacher: ['assetClerk', 'department', '91'],
  principal: ['assetManager', 'department', '91'],
  educator: ['educationOfficer', 'schools'],
  superintendent: ['educationChief', 'schools'],
}

const departments = `insert into departments (code, name, category_code, executive_body_code, parent_id, bureau_id, valid_from)
  select w.code, w.name, w.category, w.body, (select id from departments where code = w.parent), 0, '2020-04-01'
  from (values ROWS) w (code, name, category, body, parent)`
const bureaus = `('10', 'Citizens', 'internal', 'mayor', null), ('90', 'Education', 'committee', 'boardOfEducation', null)`
const sections = `('11', 'Residents', 'internal', 'mayor', '10'), ('12', 'Tax', 'internal', 'mayor', '10'),
  ('13', 'Branch', 'internal', 'mayor', '10'), ('91', 'School', 'school', 'boardOfEducation', '90')`

const schemes = [
  `insert into classification_schemes (code, family, label, source, effective_on, status) values
    ('m24', 'municipal', 'new', 's', '2024-10-01', 'draft'), ('m15', 'municipal', 'old', 's', '2018-04-01', 'draft'),
    ('e25', 'education', 'schools', 's', '2025-04-01', 'draft')`,
  `insert into levels (scheme_id, axis, code, label, rank, criterion)
    select s.id, l.axis, l.code, l.code, l.rank, '-' from classification_schemes s join (values
      ('m24', 'confidentiality', '3A', 5), ('m24', 'confidentiality', '3B', 4), ('m24', 'confidentiality', '3C', 3),
      ('m24', 'confidentiality', '2', 2), ('m24', 'confidentiality', '1', 1), ('m24', 'integrity', '2', 2), ('m24', 'integrity', '1', 1),
      ('m24', 'availability', '2', 2), ('m24', 'availability', '1', 1), ('m15', 'confidentiality', '3', 3), ('m15', 'confidentiality', '2', 2),
      ('e25', 'importance', 'I', 4), ('e25', 'importance', 'II', 3), ('e25', 'importance', 'III', 2)
    ) l (scheme, axis, code, rank) on l.scheme = s.code`,
  `update classification_schemes set status = case code when 'm15' then 'retired' else 'inForce' end`,
]

export type Answer = Record<string, unknown>
export type Bundle = { departmentId: string; toDepartmentId?: string; title?: string; items: Item[] }
type Item = { number: string; version: number; kind: string; after: object; judgement?: object }

/** A city of six departments whose people act by raw SQL as the writing login: for what the database itself decides. */
export async function approvalCity() {
  const database = await testDatabase()
  const secrets = await arrangeApprovalCity(database.ownerPool)
  const writers = new pg.Pool({ connectionString: database.writerUrl, max: 8 })
  writers.on('error', () => undefined)
  const owner = async <R extends pg.QueryResultRow = Answer>(sql: string, values: unknown[] = []) =>
    (await database.ownerPool.query<R>(sql, values)).rows
  const ids = async (table: string, key: string) =>
    new Map(
      (await owner<{ key: string; id: string }>(`select ${key} as key, id::text from ${table}`)).map(
        (row) => [row.key, row.id],
      ),
    )
  const known = {
    department: await ids('departments', 'code'),
    person: await ids('people', 'login_id'),
    scheme: await ids('classification_schemes', 'code'),
  }
  const idOf = (of: keyof typeof known, key: string) => known[of].get(key) ?? ''

  /** One transaction of somebody, with an event of its own; answers the rows of the statement. */
  const act = async <R extends pg.QueryResultRow = Answer>(
    login: string,
    permission: string,
    sql: string,
    values: unknown[] = [],
  ) => {
    const client = await writers.connect()
    try {
      await begin(client, secrets.get(login) ?? '', permission)
      const { rows } = await client.query<R>(sql, values)
      await client.query(`select record_events('[{"action": "test.acted", "subjectType": "proposals"}]')`)
      await client.query('commit')
      return rows
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    } finally {
      client.release()
    }
  }
  const end = async () => {
    await writers.end()
    await database.drop()
  }
  return { database, secrets, writers, owner, act, idOf, end }
}
export type ApprovalCity = Awaited<ReturnType<typeof approvalCity>>

/** Begins a transaction as the session of a secret. */
export async function begin(client: pg.ClientBase, secret: string, permission: string): Promise<void> {
  await client.query('begin')
  await client.query(`select set_config('app.session', $1, true), set_config('app.permission', $2, true)`, [
    secret,
    permission,
  ])
}

/** Fills an empty, migrated database with that city, as its owner. Answers the secret of everybody's session. */
export async function arrangeApprovalCity(pool: pg.Pool): Promise<Map<string, string>> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select open_system_session((select id from people where login_id = 'system')),
      set_config('app.permission', 'grant.manageApprovers', true)`)
    await client.query(`insert into settings (key, value) values ('sample_data', 'true')`)
    await client.query('set constraints all deferred')
    for (const rows of [bureaus, sections]) await client.query(departments.replace('ROWS', rows))
    for (const sql of schemes) await client.query(sql)
    for (const [login, [role, scope, department]] of Object.entries(posts)) {
      await client.query('insert into people (login_id, name) values ($1, $1)', [login])
      await client.query(
        `insert into grants (person_id, role, scope_kind, department_id, valid_from)
         select p.id, $2, $3, (select id from departments where code = $4), '2020-04-01' from people p where p.login_id = $1`,
        [login, role, scope, department ?? null],
      )
    }
    const secrets = new Map<string, string>()
    for (const login of Object.keys(posts)) {
      const { rows } = await client.query<{ secret: string }>(
        `select open_system_session(id, '30 days') as secret from people where login_id = $1`,
        [login],
      )
      secrets.set(login, rows[0]?.secret ?? '')
    }
    await client.query('commit')
    return secrets
  } finally {
    client.release()
  }
}
