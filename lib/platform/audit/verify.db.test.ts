import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asClient, databaseWithThings, happened, inTransaction } from '@/e2e/support/trail'
import type { TestDatabase } from '@/e2e/support/database'
import { findingInWords } from '@/lib/labels/trail-verification'
import { anchorHead, AnchorMismatch } from './anchors'
import { verifyTrail } from './verify'

let database: TestDatabase
let place: { file: string; secret: string }
let thingsLink: string

beforeAll(async () => {
  database = await databaseWithThings()
  place = {
    file: path.join(await mkdtemp(path.join(os.tmpdir(), 'anchors-')), 'a.jsonl'),
    secret: 's'.repeat(32),
  }
  for (const name of ['uno', 'due']) {
    await asClient(database.writerUrl, (client) =>
      inTransaction(client, `update things set name = '${name}' where id = 1`, [
        happened('thing.renamed', 1, { reason: 'x' }),
        happened('thing.seen', 2),
      ]),
    )
    await anchorHead(database.ownerPool, place, new Date())
  }
  const { rows } = await database.ownerPool.query<{ n: string }>(
    'select max(number)::text as n from audit_links',
  )
  thingsLink = rows[0]!.n
})
afterAll(async () => {
  await database.drop()
  await rm(path.dirname(place.file), { recursive: true })
})

/** Does as the owner what the triggers would refuse, looks, and puts a copy of everything back. */
async function findingsAfter(...tampering: string[]) {
  const tables = [
    'audit_transactions',
    'audit_events',
    'audit_row_digests',
    'audit_links',
    'things',
    'things_versions',
  ]
  const off = (state: string) => tables.map((table) => `alter table ${table} ${state} trigger user;`).join('')
  await asClient(database.ownerUrl, async (client) => {
    await client.query(
      tables.map((table) => `create temp table old_${table} as select * from ${table};`).join(''),
    )
    const back = [
      'audit_links',
      'audit_row_digests',
      'audit_events',
      'audit_transactions',
      'things_versions',
      'things',
    ]
    await client.query(`begin; ${off('disable')} ${tampering.join(';')}; ${off('enable')} commit`)
    try {
      found = await verifyTrail(database.ownerUrl, place)
    } finally {
      await client.query(`begin; ${off('disable')}
        ${back.map((table) => `delete from ${table};`).join('')}
        ${back
          .reverse()
          .map((table) =>
            table === 'things'
              ? 'insert into things (id, name, note) overriding system value select id, name, note from old_things;'
              : `insert into ${table} overriding system value select * from old_${table};`,
          )
          .join('')}
        ${off('enable')} commit`)
    }
  })
  return found.findings
}
let found: Awaited<ReturnType<typeof verifyTrail>>

it('finds nothing in an untouched trail, and its anchors reach the end', async () => {
  const verdict = await verifyTrail(database.ownerUrl, place)
  expect(verdict.findings).toEqual([])
  expect(verdict.anchors).toMatchObject({ checked: true, count: 2, lastLink: Number(thingsLink) })
  expect(verdict.tables).toContain('things')
})

const seen = `(select max(id) from audit_events where action = 'thing.seen')`
const renamed = `(select max(id) from audit_events where action = 'thing.renamed')`
it.each([
  [
    'an edited column of an event',
    `update audit_events set reason = 'y' where id = ${renamed}`,
    'eventAltered',
  ],
  [
    'an edited event with its text',
    `update audit_events set source = 'y', content = replace(content, '"source": null', '"source": "y"') where id = ${seen}`,
    'eventsAltered',
  ],
  ['a deleted event', `delete from audit_events where id = ${seen}`, 'eventsAltered'],
  [
    'an event added to a sealed transaction',
    `insert into audit_events select id + 1000, transaction_number, occurred_at, actor_id, action, subject_type, subject_id, reason, details, changes, source, content from audit_events where id = ${seen}`,
    'eventsAltered',
  ],
  [
    'an event moved to another transaction',
    `update audit_events set transaction_number = transaction_number - 1 where id = ${seen}`,
    'eventsAltered',
  ],
  [
    'two events that changed places',
    `update audit_events set id = case action when 'thing.seen' then id - 1000001 else id - 999999 end where transaction_number = (select max(number) from audit_transactions); update audit_events set id = id + 1000000 where id < 0`,
    'eventAltered',
  ],
  [
    'an edited link',
    `update audit_links set content = replace(content, '"events": 2', '"events": 3') where number = (select max(number) from audit_links)`,
    'linkAltered',
  ],
  [
    'a deleted link',
    `delete from audit_links where number = (select max(number) - 1 from audit_links)`,
    'linkMissing',
  ],
  [
    'an end that was cut off',
    `delete from audit_links where number = (select max(number) from audit_links)`,
    'anchoredLinkMissing',
  ],
  [
    'an emptied trail',
    `delete from audit_links; delete from audit_row_digests; delete from audit_events; delete from audit_transactions`,
    'anchoredLinkMissing',
  ],
  [
    'another actor',
    `update audit_transactions set actor_id = 99 where number = (select max(number) from audit_transactions)`,
    'transactionAltered',
  ],
  ['a row changed without an event', `update things set name = 'forged' where id = 2`, 'rowAltered'],
  ['a row deleted without an event', `delete from things where id = 2`, 'rowGone'],
  ['a row added without an event', `insert into things (name) values ('forged')`, 'rowUnrecorded'],
  [
    'an edited past version',
    `update things_versions set name = 'forged' where id = 1 and recorded_to is not null`,
    'versionAltered',
  ],
  [
    'an edited past version with its hash',
    `update things_versions v set name = 'forged', row_hash = sha256('forged') where id = 1 and recorded_to is not null`,
    'versionsAltered',
  ],
  [
    'a moved period',
    `update things_versions set recorded_from = recorded_from - interval '1 day' where id = 2`,
    'versionsAltered',
  ],
  [
    'a deleted version',
    `alter table things_versions drop constraint things_versions_follow;
      delete from things_versions where id = 1 and recorded_to is not null;
      alter table things_versions add constraint things_versions_follow
        foreign key (id, follows) references things_versions (id, recorded_to) not valid`,
    'versionsAltered',
  ],
  [
    'a transaction added without a link',
    `insert into audit_transactions (xid, started_at) values (1, now())`,
    'unsealed',
  ],
])('finds %s', async (_, tampering, kind) => {
  const findings = await findingsAfter(tampering)
  expect(findings.map((finding) => finding.kind)).toContain(kind)
  expect(findingInWords(findings[0]!)).toMatch(/。$/u)
})

it('names the link, the event and the row', async () => {
  const [event] = await findingsAfter(`update audit_events set reason = 'y' where id = ${renamed}`)
  expect(event).toMatchObject({ kind: 'eventAltered', link: thingsLink })
  const rows = await findingsAfter("update things set name = 'forged' where id = 2")
  expect(rows).toEqual([{ kind: 'rowAltered', table: 'things', row: '2', count: 1 }])
})

it('finds a chain that was computed anew from the first event on, by the anchors alone', async () => {
  const findings = await findingsAfter(
    `update audit_events set reason = 'y', content = replace(content, '"reason": "x"', '"reason": "y"') where reason = 'x'`,
    `do $$ declare l record; p bytea := '\\x'; begin
      for l in select * from audit_links order by number loop
        update audit_links set content = audit_transaction_content(l.transaction_number), previous_hash = p where number = l.number;
        select sha256(convert_to(concat_ws(E'\\n', number, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          content, encode(p, 'hex')), 'UTF8')) into p from audit_links where number = l.number;
        update audit_links set hash = p where number = l.number;
      end loop; end $$`,
  )
  expect(new Set(findings.map((finding) => finding.kind))).toEqual(new Set(['anchoredLinkAltered']))
})

it('finds a trigger that is switched off and a policy that hides rows', async () => {
  await database.ownerPool.query(`alter table things disable trigger keep_versions_on_update;
    alter table things enable row level security; alter table things force row level security;
    create policy hide on things using (id > 1)`)
  const { findings } = await verifyTrail(database.ownerUrl, place)
  expect(findings).toContainEqual({ kind: 'guardMissing', table: 'things', guard: 'keep_versions_on_update' })
  expect(findings).toContainEqual({ kind: 'policyHidesRows', table: 'things' })
  await database.ownerPool
    .query(`alter table things enable trigger keep_versions_on_update; drop policy hide on things;
    alter table things no force row level security; alter table things disable row level security`)
})

it('finds an altered anchor file, and writes no anchor over it', async () => {
  const whole = await readFile(place.file, 'utf8')
  await writeFile(place.file, whole.split('\n').slice(1).join('\n'))
  const { findings } = await verifyTrail(database.ownerUrl, place)
  expect(findings).toEqual([{ kind: 'anchorUnjoined', anchor: 1 }])
  await expect(anchorHead(database.ownerPool, place, new Date())).rejects.toThrow(AnchorMismatch)
  await writeFile(place.file, whole)
})

it('is not disturbed by a column that a later migration adds', async () => {
  await database.ownerPool.query(
    `begin; alter table things add column later text; select keep_versions('things'); commit`,
  )
  await asClient(database.writerUrl, (client) =>
    inTransaction(client, "update things set later = 'now' where id = 1", [happened('thing.changed', 1)]),
  )
  const verdict = await verifyTrail(database.ownerUrl, place)
  expect(verdict.findings).toEqual([])
  expect(verdict.links - verdict.anchors.lastLink).toBe(2)
})
