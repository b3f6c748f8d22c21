import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startEmbeddedPostgres } from './embedded-postgres.mjs'
import { migrate, migrationState } from './migrate.mjs'
import { provision } from './provision.mjs'

/** @type {Awaited<ReturnType<typeof startEmbeddedPostgres>>} */
let server
/** @type {Awaited<ReturnType<typeof provision>>} */
let urls
/** @type {string} */
let folder
let cities = 0

beforeAll(async () => {
  server = await startEmbeddedPostgres()
})
afterAll(() => server.stop())
beforeEach(async () => {
  cities += 1
  const names = { database: `city_${cities}` }
  urls = await provision(server.superuserUrl, { owner: "o'", reader: 'r', writer: 'w', names })
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daicho-migrations-'))
  write('20260101000000_first', 'create table first (id int); grant select on first to daicho_read;')
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

/** @param {string} name @param {string} sql */
function write(name, sql) {
  fs.mkdirSync(path.join(folder, name), { recursive: true })
  fs.writeFileSync(path.join(folder, name, 'migration.sql'), sql)
}

/** @param {string} url @param {string} sql */
async function query(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('migrating', () => {
  it('applies what is pending once, also when two begin together', async () => {
    const both = await Promise.all([migrate(urls.ownerUrl, { folder }), migrate(urls.ownerUrl, { folder })])
    expect(both.flatMap(({ applied }) => applied)).toEqual(['20260101000000_first'])
    expect(await migrationState(urls.readerUrl, { folder })).toMatchObject({
      pending: [],
      applied: ['20260101000000_first'],
    })
  })

  it('leaves nothing of a migration that fails, and applies it when it is mended', async () => {
    write('20260102000000_second', 'create table second (id int);\nselect * from nowhere;')
    await expect(migrate(urls.ownerUrl, { folder })).rejects.toThrow('20260102000000_second')
    await expect(query(urls.ownerUrl, 'select from second')).rejects.toThrow('does not exist')
    write(
      '20260102000000_second',
      'create function f() returns int language plpgsql as $$ begin return 1; end $$;',
    )
    expect(await migrate(urls.ownerUrl, { folder })).toEqual({ applied: ['20260102000000_second'] })
  })

  it('refuses when an applied migration reads differently now', async () => {
    await migrate(urls.ownerUrl, { folder })
    write('20260101000000_first', 'select 1;')
    await expect(migrate(urls.ownerUrl, { folder })).rejects.toThrow(/内容が.*変わっています/)
    expect((await migrationState(urls.ownerUrl, { folder })).changed).toEqual(['20260101000000_first'])
  })

  it('refuses a half-applied migration that another tool left, and a database from a newer version', async () => {
    await migrate(urls.ownerUrl, { folder })
    const insert = 'insert into _prisma_migrations (id, checksum, migration_name, finished_at) values'
    await query(urls.ownerUrl, `${insert} ('a', 'x', '20270101000000_half', null)`)
    await expect(migrate(urls.ownerUrl, { folder })).rejects.toThrow('途中で止まった')
    await query(urls.ownerUrl, "update _prisma_migrations set finished_at = now() where id = 'a'")
    await expect(migrate(urls.ownerUrl, { folder })).rejects.toThrow('より新しい版')
  })

  it('says in one sentence where it could not connect, without the password', async () => {
    const nowhere = 'postgresql://daicho_owner:hidden@127.0.0.1:1/daicho'
    await expect(migrate(nowhere)).rejects.toThrow('127.0.0.1:1/daicho')
    await expect(migrate(nowhere)).rejects.not.toThrow('hidden')
  })
})

describe('the provisioned logins', () => {
  it('own nothing, read times in UTC, and cannot create anything', async () => {
    await migrate(urls.ownerUrl, { folder })
    for (const url of [urls.readerUrl, urls.writerUrl]) {
      expect(await query(url, "select current_setting('TimeZone') as zone")).toEqual([{ zone: 'UTC' }])
      await expect(query(url, 'create table mine (id int)')).rejects.toThrow('permission denied')
      await expect(query(url, 'create temporary table mine (id int)')).rejects.toThrow('permission denied')
    }
    await expect(query(urls.writerUrl, 'select from first')).rejects.toThrow('permission denied')
  })

  it('sort Japanese by ICU', async () => {
    const [row] = await query(
      urls.readerUrl,
      'select datlocprovider as provider from pg_database where datname = current_database()',
    )
    expect(row.provider).toBe('i')
  })
})
