import pg from 'pg'
import { recordEvents } from '@/lib/platform/audit/event'
import type { AuditEvent } from '@/lib/platform/audit/event'
import { testDatabase } from './database'
import type { TestDatabase } from './database'

/** A database with a versioned table `things` of three rows, which the writer may change; the trail knows no noun. */
export async function databaseWithThings(): Promise<TestDatabase> {
  const database = await testDatabase()
  await database.ownerPool.query(`
    begin;
    create table things (id bigint generated always as identity primary key, name text not null, note text,
      shout text generated always as (upper(name)) stored);
    create table labelled (code text primary key, label text not null);
    select keep_versions('things'), keep_versions('labelled');
    grant select, insert, update, delete on things, labelled to daicho_write;
    commit`)
  await asClient(database.writerUrl, (client) =>
    inTransaction(client, "insert into things (name) values ('one'), ('two'), ('three')", [
      happened('things.added', null),
    ]),
  )
  return database
}

export const happened = (action: string, id: number | null, more: Partial<AuditEvent> = {}): AuditEvent => ({
  action,
  subjectType: 'things',
  subjectId: id === null ? null : BigInt(id),
  ...more,
})

/** One change and its events, as a command makes them. */
export async function inTransaction(
  client: pg.Client,
  sql: string,
  events: readonly AuditEvent[],
): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await recordEvents(client, events)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

export async function asClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
