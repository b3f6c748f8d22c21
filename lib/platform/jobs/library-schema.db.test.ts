import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/e2e/support/database'
import type { TestDatabase } from '@/e2e/support/database'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

/** Everything the catalogue knows of a schema that is not ours to decide (policies and rights are). */
const catalogue = `
  select 'column' as kind, c.relname || '.' || a.attname as name,
    concat_ws(' ', c.relkind, a.attnum, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
      pg_get_expr(d.adbin, d.adrelid)) as what
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = $1::text::regnamespace and c.relkind in ('r', 'v', 'c')
  union all
  select 'constraint', conname, pg_get_constraintdef(oid) from pg_constraint
  where connamespace = $1::text::regnamespace and contype <> 'n'
  union all
  select 'index', indexname, indexdef from pg_indexes where schemaname = $1::text
  union all
  select 'view', viewname, definition from pg_views where schemaname = $1::text
  union all
  select 'function', proname, pg_get_functiondef(oid) from pg_proc where pronamespace = $1::text::regnamespace
  union all
  select 'sequence', sequencename, data_type::text || cycle || increment_by from pg_sequences where schemaname = $1::text
  union all
  select 'row security', relname, relrowsecurity::text from pg_class where relnamespace = $1::text::regnamespace and relkind = 'r'`

async function describeSchema(schema: string): Promise<string[]> {
  const { rows } = await database.ownerPool.query<Record<'kind' | 'name' | 'what', string>>(catalogue, [
    schema,
  ])
  return rows
    .map(({ kind, name, what }) => `${kind} ${name}: ${what}`.replaceAll(`"${schema}"`, schema))
    .map((line) => line.replaceAll(schema, 'the_schema'))
    .map((line) => (line.startsWith('column') ? line.replace(/ \d+ /u, ' ') : line)) // places differ by its history
    .sort()
}

test('our migrations leave what the library itself makes of an empty database', async () => {
  await runMigrations({ connectionString: database.ownerUrl, schema: 'made_by_the_library' })
  const wanted = await describeSchema('made_by_the_library')
  expect(wanted.length).toBeGreaterThan(50)
  expect(await describeSchema('graphile_worker')).toEqual(wanted)
  const { rows } = await database.ownerPool.query(
    `select id, breaking from made_by_the_library.migrations except select id, breaking from graphile_worker.migrations`,
  )
  expect(rows).toEqual([])
})

test('the library finds itself current as the serving writer, who may create nothing', async () => {
  const before = await describeSchema('graphile_worker')
  await runMigrations({ connectionString: database.writerUrl })
  expect(await describeSchema('graphile_worker')).toEqual(before)
})

test('the serving reader can neither see nor add jobs', async () => {
  const client = new pg.Client({ connectionString: database.readerUrl })
  await client.connect()
  try {
    for (const sql of [
      'select * from graphile_worker.jobs',
      `select graphile_worker.add_job('foldCounts')`,
      'select * from job_runs',
      `select begin_job_run(1, 'x', 1)`,
      'select forget_bookkeeping()',
    ])
      await expect(client.query(sql), sql).rejects.toThrow('permission denied')
    await expect(client.query('select job_overview()')).rejects.toThrow('job.read')
  } finally {
    await client.end()
  }
})
