import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asClient, databaseWithThings, happened, inTransaction } from '@/e2e/support/trail'
import type { TestDatabase } from '@/e2e/support/database'
import { recordEvents } from './event'

let database: TestDatabase
beforeAll(async () => {
  database = await databaseWithThings()
})
afterAll(() => database.drop())

const asWriter = <T>(work: Parameters<typeof asClient<T>>[1]) => asClient(database.writerUrl, work)
const owned = async (sql: string) => (await database.ownerPool.query<Record<string, unknown>>(sql)).rows
const lastEvent = async () =>
  (
    await owned(
      'select action, changes, source, details, transaction_number from audit_events order by id desc limit 1',
    )
  )[0]

describe('no event, no change', () => {
  it('refuses at COMMIT what raw SQL changed without saying so', async () => {
    await asWriter(async (client) => {
      await client.query('begin')
      await client.query("update things set name = 'silent' where id = 1")
      await expect(client.query('commit')).rejects.toThrow('no event, no change')
    })
    expect(await owned("select id from things where name = 'silent'")).toEqual([])
  })

  it('refuses it also when the events belong to a savepoint that was rolled back', async () => {
    await asWriter(async (client) => {
      await client.query("begin; update things set name = 'silent' where id = 1; savepoint s")
      await recordEvents(client, [happened('thing.renamed', 1)])
      await client.query('rollback to savepoint s')
      await expect(client.query('commit')).rejects.toThrow('no event, no change')
    })
  })

  it('accepts nothing more once the transaction is sealed early', async () => {
    await asWriter(async (client) => {
      await client.query("begin; update things set name = 'early' where id = 1")
      await recordEvents(client, [happened('thing.renamed', 1)])
      await client.query('set constraints all immediate')
      await expect(client.query("update things set name = 'late' where id = 1")).rejects.toThrow('sealed')
      await client.query('rollback; begin')
      await recordEvents(client, [happened('thing.seen', 1)])
      await client.query('set constraints all immediate')
      await expect(recordEvents(client, [happened('thing.seen', 2)])).rejects.toThrow('sealed')
      await client.query('rollback')
    })
  })

  it('asks nothing of a statement that found no row', async () => {
    await asWriter((client) => client.query("update things set name = 'nobody' where id = -1"))
  })

  it('lets no serving role write the trail itself', async () => {
    await asWriter(async (client) => {
      for (const sql of [
        'delete from audit_events',
        "update audit_links set content = ''",
        'insert into audit_transactions (xid, started_at) values (1, now())',
        'delete from things_versions',
        'select current_audit_transaction()',
        'select content, source from audit_events',
        'truncate audit_events',
      ]) {
        await expect(client.query(sql), sql).rejects.toThrow('permission denied')
      }
    })
  })

  it('refuses changes to the trail for the owner too', async () => {
    for (const sql of [
      'delete from audit_events',
      "update audit_links set content = ''",
      'truncate audit_links cascade',
    ]) {
      await expect(database.ownerPool.query(sql), sql).rejects.toThrow('the trail only grows')
    }
    await expect(
      database.ownerPool.query(
        "update things_versions set name = '' where recorded_to is not null; delete from things_versions",
      ),
    ).rejects.toThrow('the trail only grows')
  })
})

describe('what the database looks up itself', () => {
  it('says what changed from what to what, without generated columns', async () => {
    await asWriter((client) =>
      inTransaction(client, "update things set name = 'renamed', note = 'n' where id = 2", [
        happened('thing.renamed', 2, {
          reason: 'because',
          details: { changes: 'forged', source: '192.0.2.1' },
        }),
      ]),
    )
    expect(await lastEvent()).toMatchObject({
      changes: { name: ['two', 'renamed'], note: [null, 'n'] },
      source: '192.0.2.1',
      details: { changes: 'forged' },
    })
  })

  it('knows created and deleted rows, and rows of a table whose key is a text', async () => {
    await asWriter((client) =>
      inTransaction(client, "insert into labelled values ('x', 'first')", [
        happened('label.added', null, { subjectType: 'labelled', subjectKey: 'x' }),
      ]),
    )
    expect(await lastEvent()).toMatchObject({ changes: { code: [null, 'x'], label: [null, 'first'] } })
    await asWriter((client) =>
      inTransaction(client, 'delete from things where id = 3', [happened('thing.removed', 3)]),
    )
    expect(await lastEvent()).toMatchObject({ changes: { id: [3, null], name: ['three', null] } })
  })

  it('tells the whole of several statements in one transaction', async () => {
    await asWriter((client) =>
      inTransaction(
        client,
        "update things set note = 'a' where id = 1; update things set note = 'b' where id = 1",
        [happened('thing.noted', 1), happened('thing.seen', 1)],
      ),
    )
    const rows = await owned('select changes from audit_events order by id desc limit 2')
    expect(rows).toEqual([{ changes: {} }, { changes: { note: [null, 'b'] } }])
  })

  it('keeps versions without gap or overlap, also when the clock runs backwards', async () => {
    await owned(`begin; insert into settings (key, value) values ('sample_data', 'true');
      select record_events('[{"action":"settings.changed","subjectType":"settings"}]'); commit`)
    for (const now of ['2026-01-02T00:00:00Z', '2025-01-01T00:00:00Z']) {
      await asWriter(async (client) => {
        await client.query('begin')
        await client.query("select set_config('app.now', $1, true)", [now])
        await client.query('update things set note = $1 where id = 2', [now])
        await recordEvents(client, [happened('thing.noted', 2)])
        await client.query('commit')
      })
    }
    const [found] = await owned(`select count(*)::int as broken from (
      select recorded_to, lead(recorded_from) over (order by version_id) as next from things_versions where id = 2) v
      where recorded_to <> next or (recorded_to is null) <> (next is null)`)
    expect(found).toEqual({ broken: 0 })
  })
})
