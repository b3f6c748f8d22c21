import { createHash, randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/*
 * Applies prisma/migrations with `pg` and keeps the record in Prisma's own `_prisma_migrations`.
 *
 * Why not Prisma's engine: its command line downloads one (the portal's network has no internet), and neither it nor
 * the WebAssembly build puts a migration into a transaction, so a failure would leave half of it behind. Here each
 * file and its record commit together: after a failure nothing of it remains and the next run simply tries again.
 * The table's shape and checksum (SHA-256 of the file) are Prisma's, so that `prisma migrate status` agrees.
 */

/** Any number, as long as every Daicho uses the same one: two migrating processes wait for each other. */
const migrationLock = 7_229_011

const recordTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

/** Something that the operator can act on; its message is one Japanese sentence. */
export class MigrationError extends Error {}

/**
 * @typedef {{ name: string, sql: string, checksum: string }} Migration
 * @typedef {{ applied: string[], pending: string[], failed: string[], changed: string[], unknown: string[] }} MigrationState
 *   `failed`: begun and not ended (by another tool); `changed`: applied with another content; `unknown`: applied, but no such file here
 */

/**
 * The migrations of this tree in order.
 * @param {string} [folder]
 * @returns {Migration[]}
 */
export function readMigrations(folder = path.join(import.meta.dirname, '../prisma/migrations')) {
  // Next bundles this for /api/health and would otherwise follow these calls through the whole project.
  const entries = fs.existsSync(/*turbopackIgnore: true*/ folder)
    ? fs.readdirSync(/*turbopackIgnore: true*/ folder)
    : []
  return entries
    .filter((name) => /^\d+_\w+$/.test(name))
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(/*turbopackIgnore: true*/ path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Brings the database up to date as its owner; each migration is applied whole or not at all.
 * @param {string} ownerUrl
 * @param {{ log?: (line: string) => void, folder?: string }} [options]
 * @returns {Promise<{ applied: string[] }>} the names applied now; empty when it was current
 * @throws {MigrationError}
 */
export async function migrate(ownerUrl, { log = () => {}, folder } = {}) {
  const migrations = readMigrations(folder)
  const client = await connect(ownerUrl)
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query("set client_min_messages = warning; set statement_timeout = 0; set timezone = 'UTC'")
    await client.query(recordTable)
    await letServersReadTheRecord(client)
    const state = compare(migrations, await readRecord(client))
    refuseUnlessSound(state)
    for (const migration of migrations.filter(({ name }) => state.pending.includes(name))) {
      log(migration.name)
      await applyWhole(client, migration)
    }
    return { applied: state.pending }
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * What the database says about itself; any role that may read `_prisma_migrations` can ask.
 * @param {string} url
 * @param {{ folder?: string, timeout?: number }} [options] `timeout` in milliseconds, for connecting and for asking
 * @returns {Promise<MigrationState>}
 */
export async function migrationState(url, { folder, timeout = 10_000 } = {}) {
  const client = await connect(url, timeout)
  try {
    const found = await client.query("select to_regclass('_prisma_migrations') is not null as found")
    return compare(readMigrations(folder), found.rows[0].found ? await readRecord(client) : [])
  } finally {
    await client.end().catch(() => {})
  }
}

/** @param {string} url @param {number} [timeout] */
async function connect(url, timeout = 10_000) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeout, query_timeout: 0 })
  client.on('error', () => {}) // the query in flight fails with the same message
  try {
    await client.connect()
  } catch (error) {
    throw new MigrationError(`データベース（${placeOf(url)}）に接続できません: ${reasonOf(error)}`, {
      cause: error,
    })
  }
  return client
}

/** Several addresses of one name fail together. @param {unknown} error @returns {string} */
function reasonOf(error) {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('、')
  return error instanceof Error ? error.message : String(error)
}

/** Host and database without the password. @param {string} url */
function placeOf(url) {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    return 'URL の形が正しくありません'
  }
}

/**
 * @param {pg.Client} client
 * @returns {Promise<{ name: string, checksum: string, finished: boolean }[]>}
 */
async function readRecord(client) {
  const { rows } = await client.query(
    `select migration_name as name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null order by started_at, migration_name`,
  )
  return rows
}

/**
 * @param {Migration[]} migrations
 * @param {{ name: string, checksum: string, finished: boolean }[]} record
 * @returns {MigrationState}
 */
function compare(migrations, record) {
  const files = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  const finished = record.filter((row) => row.finished)
  const known = new Set(record.map(({ name }) => name))
  return {
    applied: finished.map(({ name }) => name),
    pending: migrations.map(({ name }) => name).filter((name) => !known.has(name)),
    failed: record.filter((row) => !row.finished).map(({ name }) => name),
    changed: finished
      .filter((row) => files.has(row.name) && files.get(row.name) !== row.checksum)
      .map(({ name }) => name),
    unknown: finished.filter((row) => !files.has(row.name)).map(({ name }) => name),
  }
}

/** @param {MigrationState} state */
function refuseUnlessSound({ failed, changed, unknown }) {
  if (failed[0]) {
    throw new MigrationError(
      `移行 ${failed[0]} が途中で止まったまま記録されています。控えから戻すか、内容を確かめて _prisma_migrations のその行を削除してください。`,
    )
  }
  if (changed[0]) {
    throw new MigrationError(
      `適用済みの移行 ${changed[0]} の内容が、適用した時から変わっています。元のファイルに戻してください。`,
    )
  }
  if (unknown[0]) {
    throw new MigrationError(
      `データベースには、この版にない移行 ${unknown[0]} が適用されています。より新しい版の Daicho で起動してください。`,
    )
  }
}

/** @param {pg.Client} client @param {Migration} migration */
async function applyWhole(client, { name, sql, checksum }) {
  const startedAt = new Date().toISOString()
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    )
    await client.query('commit')
    // A migration sets its own search path for the session: the next one starts from the login's again.
    await client.query('reset search_path')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new MigrationError(
      `移行 ${name} を適用できませんでした（データベースは元のままです）: ${explain(error, sql)}`,
      { cause: error },
    )
  }
}

/** The server's words and the line of the file they are about. @param {unknown} error @param {string} sql */
function explain(error, sql) {
  if (!(error instanceof Error)) return String(error)
  const position = 'position' in error ? Number(error.position) : Number.NaN
  const line = Number.isNaN(position) ? '' : `（${sql.slice(0, position).split('\n').length} 行目）`
  return `${error.message}${line}`
}

/** Health asks as the reader whether migrations are current. @param {pg.Client} client */
async function letServersReadTheRecord(client) {
  await client.query(`do $do$ begin
    if exists (select from pg_roles where rolname = 'daicho_read') then
      grant select on _prisma_migrations to daicho_read; end if; end $do$`)
}
