import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeApprovalCity, begin } from '@/e2e/support/approval-city'
import { startEmbeddedPostgres } from '@/scripts/embedded-postgres.mjs'
import { migrate } from '@/scripts/migrate.mjs'
import { provision } from '@/scripts/provision.mjs'

/* A city that worked with the portal before there were proposals, brought up to date. */
const migrations = path.resolve('prisma/migrations')
const firstOfProposals = '20261123002000'
let server: Awaited<ReturnType<typeof startEmbeddedPostgres>>
let folder: string
let owner: pg.Pool
let ownerUrl: string
beforeAll(async () => {
  server = await startEmbeddedPostgres()
  ;({ ownerUrl } = await provision(server.superuserUrl, { owner: 'o', reader: 'r', writer: 'w' }))
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daicho-before-proposals-'))
  for (const name of fs
    .readdirSync(migrations)
    .filter((each) => /^\d/u.test(each) && each < firstOfProposals))
    fs.cpSync(path.join(migrations, name), path.join(folder, name), { recursive: true })
  await migrate(ownerUrl, { folder })
  owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  // The pool is told of its end before its connections are: the server's own end may still reach one of them.
  owner.on('error', () => undefined)
})
afterAll(async () => {
  await owner.end()
  await server.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

const add = `insert into assets (number, name, kind_code, department_id, scheme_id, scheme_family, registered_on)
  select 0, $1, 'information', d.id, s.id, s.family, app_today() from departments d, classification_schemes s
  where d.code = $2 and s.code = $3 returning number`
const judge = `insert into classifications (asset_number, scheme_id, confidentiality, integrity, availability, importance, audience,
    classified_on, evaluator_id, occasion, reason)
  select $1, scheme_id, $2, $3, $3, $4, $5, app_today(), viewer_id(), 'registration', 'judged' from assets where number = $1`

test('complete drafts become proposals of whoever submitted them, waiting for whom they need; others stay drafts', async () => {
  const secrets = await arrangeApprovalCity(owner)
  const client = await owner.connect()
  const draft = async (login: string, name: string, code: string, levels: unknown[] | null) => {
    await begin(client, secrets.get(login) ?? '', 'asset.create')
    const scheme = code === '91' ? 'e25' : 'm24'
    const { rows } = await client.query<{ number: string }>(add, [name, code, scheme])
    if (levels) await client.query(judge, [rows[0]?.number, ...levels])
    await client.query(`select record_events('[{"action": "asset.drafted", "subjectType": "assets"}]')`)
    await client.query('commit')
  }
  await draft('clerk', 'usual', '11', ['2', '1', null, null])
  await draft('head', 'of the head', '11', ['3A', '1', null, null])
  await draft('teacher', 'of a school', '91', [null, null, 'II', 'staff'])
  await draft('teacher', 'incomplete', '91', [null, null, 'II', null])
  await draft('clerk13', 'unclassified', '13', null)
  await draft('clerk13', 'of a vacant post', '13', ['2', '1', null, null])
  client.release()

  await migrate(ownerUrl)
  const { rows } = await owner.query(
    `select p.title, p.state, by.login_id as by, p.items_hash = items_hash(array[i]) as sealed, i.kind, i.base_version = a.version as current,
       (select string_agg(s.duty || ' ' || s.state || ' ' || s.open_to, ', ' order by s.place) from approval_steps s where s.proposal_id = p.id) as steps
     from proposals p join proposal_items i on i.proposal_id = p.id join assets a on a.number = i.asset_number
     join people by on by.id = p.submitted_by order by p.id`,
  )
  const common = { state: 'submitted', sealed: true, kind: 'registration', current: true }
  expect(rows).toEqual([
    { ...common, title: 'usual', by: 'clerk', steps: 'manager waiting 1' },
    { ...common, title: 'of the head', by: 'head', steps: 'manager waiting 1, ciso future 1' },
    { ...common, title: 'of a school', by: 'teacher', steps: 'manager waiting 1' },
    { ...common, title: 'of a vacant post', by: 'clerk13', steps: 'manager waiting 2' },
  ])
  const { rows: events } = await owner.query(
    `select details from audit_events where action = 'proposals.carriedOver'`,
  )
  expect(events).toEqual([{ details: { proposals: 4 } }])
  const { rows: inbox } = await owner.query(
    `select p.login_id, inbox_count(p.id) as waiting from people p where inbox_count(p.id) > 0 order by 1`,
  )
  expect(inbox).toEqual([
    { login_id: 'head', waiting: 1 },
    { login_id: 'officer', waiting: 1 },
    { login_id: 'principal', waiting: 1 },
    { login_id: 'second', waiting: 2 },
  ])
})
