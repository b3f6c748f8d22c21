import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '@/e2e/support/database'
import { functionsOfReader, queueTables, tablesShown, tablesWritten } from './permission-surface'
import { functionsNotOfWriter, functionsOfWriterOnly } from './writer-surface'

let database: TestDatabase
let reader: pg.Pool
let writer: pg.Pool
beforeAll(async () => {
  database = await testDatabase()
  reader = new pg.Pool({ connectionString: database.readerUrl, max: 1 })
  writer = new pg.Pool({ connectionString: database.writerUrl, max: 1 })
})
afterAll(async () => {
  await Promise.all([reader.end(), writer.end()])
  await database.drop()
})

const ours = `!~ '^(pg_|information_schema$)'`
const isReachable = `has_schema_privilege(n.oid, 'usage')`

/** Tables and views with the named right, on the whole or on any column. */
async function tablesWith(pool: pg.Pool, right: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname ${ours} and c.relkind in ('r', 'p', 'v', 'm', 'f') and ${isReachable}
       and (has_table_privilege(c.oid, $1)
         or ($1 in ('select', 'insert', 'update', 'references') and has_any_column_privilege(c.oid, $1)))`,
    [right],
  )
  return rows.map(({ name }) => name).sort()
}

/** Functions that it could call; a trigger's function can be called by nobody. */
async function functionsOf(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname ${ours} and ${isReachable} and has_function_privilege(p.oid, 'execute')
       and p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype)`,
  )
  return rows.map(({ name }) => name).sort()
}

const allShown = Object.keys(tablesShown)

test('every table that the serving logins may read is in the list, and no other', async () => {
  expect(await tablesWith(reader, 'select')).toEqual([...allShown].sort())
  const ofWriter = [...allShown.filter((name) => name !== '_prisma_migrations'), ...queueTables]
  expect(await tablesWith(writer, 'select')).toEqual(ofWriter.sort())
})

test('every right to write is in the list: the reader has none, and nobody deletes or empties a table of the portal', async () => {
  for (const right of ['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) {
    expect(await tablesWith(reader, right)).toEqual([])
    const listed = Object.entries(tablesWritten).filter(([, rights]) => rights.some((each) => each === right))
    expect(await tablesWith(writer, right)).toEqual(listed.map(([name]) => name).sort())
  }
})

test('every function that the serving logins may call is in the list, and no other', async () => {
  expect(await functionsOf(reader)).toEqual(Object.keys(functionsOfReader).sort())
  const shared = Object.keys(functionsOfReader).filter((name) => !functionsNotOfWriter.includes(name))
  expect(await functionsOf(writer)).toEqual([...shared, ...Object.keys(functionsOfWriterOnly)].sort())
})

test('every table that they may read has row policies, forced on the owner too', async () => {
  const { rows } = await reader.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname ${ours} and c.relkind in ('r', 'p') and has_any_column_privilege(c.oid, 'select')
       and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual(['_prisma_migrations'])
})

test('every view that they may read asks as its reader, and there is no materialized one', async () => {
  const { rows } = await writer.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname ${ours} and c.relkind in ('v', 'm') and has_any_column_privilege(c.oid, 'select')
       and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
  )
  expect(rows.map(({ name }) => name)).toEqual([])
})

test('every function that acts as the owner keeps its own search path', async () => {
  const { rows } = await database.ownerPool.query(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname ${ours} and p.prosecdef
       and not exists (select from unnest(p.proconfig) c where c like 'search\\_path=%pg_temp')`,
  )
  expect(rows).toEqual([])
})

test('sequences: the writer draws asset numbers and sets none', async () => {
  const sequences = (right: string) =>
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname ${ours} and n.nspname <> 'graphile_worker' 
       and case when c.relkind = 'S' then has_sequence_privilege(c.oid, '${right}') end`
  for (const right of ['usage', 'update', 'select'])
    expect((await reader.query(sequences(right))).rows).toEqual([])
  expect((await writer.query(sequences('usage'))).rows).toEqual([{ name: 'asset_numbers' }])
  expect((await writer.query(sequences('update'))).rows).toEqual([])
})
