import type pg from 'pg'
import type { Role, ScopeKind } from '@/lib/domain/access'
import { closeDatabase } from '@/lib/platform/database'
import { resumeSession, type Viewer } from '@/lib/platform/viewer'
import { testDatabase } from './database'

/** `until: 'soon'`: the grant ends in ten days. */
type Held = { role: Role; scope: ScopeKind; department?: string; until?: 'soon' }

/** Departments by code: two bureaus, a closed 課, the assembly's office, two schools. */
const departments = `
  insert into departments (code, name, category_code, executive_body_code, parent_id, bureau_id, valid_from, valid_to)
  select w.code, w.name, w.category, w.body, (select id from departments where code = w.parent), 0, '2020-04-01', w.until::date
  from (values ROWS) w(code, name, category, body, parent, until)`
const tops = `('10', 'Citizens', 'internal', 'mayor', null, null), ('20', 'Tax', 'internal', 'mayor', null, null),
  ('80', 'Assembly', 'assemblyOffice', 'assembly', null, null), ('90', 'Education', 'committee', 'boardOfEducation', null, null)`
const belows = `('11', 'Residents', 'internal', 'mayor', '10', null), ('12', 'Branch', 'internal', 'mayor', '10', '2024-03-31'),
  ('21', 'Tax office', 'internal', 'mayor', '20', null), ('91', 'School one', 'school', 'boardOfEducation', '90', null),
  ('92', 'School two', 'school', 'boardOfEducation', '90', null)`

const schemes = [
  `insert into classification_schemes (code, family, label, source, effective_on, status) values
    ('municipal-2024', 'municipal', 'new', 's', '2024-10-01', 'draft'), ('municipal-earlier', 'municipal', 'old', 's', '2018-04-01', 'draft'),
    ('education-2025', 'education', 'schools', 's', '2025-04-01', 'draft')`,
  `insert into levels (scheme_id, axis, code, label, rank, criterion)
    select s.id, l.axis, l.code, l.code, l.rank, '-' from classification_schemes s join (values
      ('municipal-2024', 'confidentiality', '3A', 5), ('municipal-2024', 'confidentiality', '3B', 4), ('municipal-2024', 'confidentiality', '3C', 3),
      ('municipal-2024', 'confidentiality', '2', 2), ('municipal-2024', 'confidentiality', '1', 1),
      ('municipal-earlier', 'confidentiality', '3', 3), ('municipal-earlier', 'confidentiality', '2', 2), ('municipal-earlier', 'confidentiality', '1', 1),
      ('education-2025', 'importance', 'I', 4), ('education-2025', 'importance', 'II', 3), ('education-2025', 'importance', 'III', 2)
    ) l(scheme, axis, code, rank) on l.scheme = s.code`,
  `update classification_schemes set status = case code when 'municipal-earlier' then 'retired' else 'inForce' end`,
]

/** Rows that the forms would never let pass are here too: the figures must hold for whatever lies in the table. */
const assets = `
  insert into assets (number, state, name, kind_code, department_id, scheme_id, scheme_family, zone_code, zone_not_applicable,
    confidentiality, importance, personal_data, data_subjects, visibility, last_confirmed_on, registered_on, submitted_by)
  select nextval('asset_numbers'), r.state, 'asset ' || r.at, 'information', d.id, s.id, s.family, r.zone, r.zone is null and r.at % 3 = 0,
    case when s.family = 'municipal' then l.code end, case when s.family = 'education' then l.code end, r.personal,
    case r.personal when 'none' then null else case when r.at % 4 = 0 then null else r.at * 10 end end,
    case when random() < 0.15 then 'restricted' else 'internal' end,
    case when random() < 0.3 then null else app_today() - (random() * 800)::int end, app_today(), viewer_id()
  from (select at, (array['active', 'active', 'active', 'draft', 'cancelled'])[1 + floor(random() * 5)] as state,
      (array['myNumber', 'lgwan', 'internet', 'schoolAffairs', 'learning', null, null])[1 + floor(random() * 7)] as zone,
      (array['none', 'personal', 'sensitive', 'specific', null])[1 + floor(random() * 5)] as personal,
      1 + floor(random() * 9) as place, 1 + floor(random() * 3) as scheme, random() as luck from generate_series(1, $1) at) r
  join (select id, row_number() over (order by code) as place from departments) d on d.place = r.place
  join (select id, family, row_number() over (order by code) as place from classification_schemes) s on s.place = r.scheme
  left join lateral (select code from levels l where l.scheme_id = s.id and r.luck < 0.85 order by md5(l.code || r.at) limit 1) l on true`

/** A small, very unequal ledger over three schemes, with people who reach different parts of it. The environment is set to it. */
export async function randomLedger(rows: number, people: Record<string, Held>) {
  const database = await testDatabase()
  process.env['DATABASE_URL'] = database.readerUrl
  process.env['DATABASE_WRITE_URL'] = database.writerUrl
  const owner = await database.ownerPool.connect()
  const ask = async (sql: string, values: unknown[] = []) =>
    (await owner.query<Record<string, string>>(sql, values)).rows
  await ask(`alter table assets disable trigger guard_new`)
  await ask('begin')
  await ask(`select open_system_session((select id from people where login_id = 'system')),
    set_config('app.permission', 'grant.manageApprovers', true)`)
  await ask(`insert into settings (key, value) values ('sample_data', 'true')`)
  await ask('set constraints all deferred')
  for (const list of [tops, belows]) await ask(departments.replace('ROWS', list))
  for (const sql of schemes) await ask(sql)
  for (const [login, held] of Object.entries(people)) await addPerson(ask, login, held)
  await ask(assets, [rows])
  await ask('commit')
  await ask(`alter table assets enable trigger guard_new`)
  await ask('vacuum analyze')
  owner.release()
  const end = async () => {
    await closeDatabase()
    await database.drop()
  }
  return { database, viewerOf: (login: string) => viewerOf(database.ownerPool, login), end }
}

async function addPerson(
  ask: (sql: string, values: unknown[]) => Promise<unknown>,
  login: string,
  held: Held,
) {
  await ask(`insert into people (login_id, name) values ($1, $1)`, [login])
  await ask(
    `insert into grants (person_id, role, scope_kind, department_id, valid_from, until)
     select p.id, $2, $3, (select id from departments where code = $4), '2020-04-01',
       case when $5 then app_today() + 10 end from people p where p.login_id = $1`,
    [login, held.role, held.scope, held.department ?? null, held.until === 'soon'],
  )
}

async function viewerOf(pool: pg.Pool, login: string): Promise<Viewer> {
  const { rows } = await pool.query<{ secret: string }>(
    'select open_system_session(id) as secret from people where login_id = $1',
    [login],
  )
  const viewer = await resumeSession(rows[0]?.secret ?? '')
  if (!viewer) throw new Error(`${login} cannot be signed in`)
  return viewer
}
