import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/e2e/support/database'
import type { TestDatabase } from '@/e2e/support/database'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database.drop()
})

/** Asks as one of the logins and hangs up. */
async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

test('the serving logins own no table, are no superusers and cannot pass over row policies', async () => {
  for (const url of [database.readerUrl, database.writerUrl]) {
    const rows = await ask(
      url,
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
         from pg_roles where rolname = current_user`,
    )
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ])
  }
})

test('the serving logins can create nothing in the schema', async () => {
  for (const url of [database.readerUrl, database.writerUrl]) {
    await expect(ask(url, 'create table intruder (id int)')).rejects.toThrow(/permission denied/u)
  }
})

test('every table with row policies forces them on its owner too', async () => {
  const { rows } = await database.ownerPool.query<{ relname: string }>(
    `select relname from pg_class where relkind in ('r', 'p') and relrowsecurity and not relforcerowsecurity`,
  )
  expect(rows).toEqual([])
})

test('the owner has none of the rights that would undo the row policies', async () => {
  const { rows } = await database.ownerPool.query(
    'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
  )
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }])
})
