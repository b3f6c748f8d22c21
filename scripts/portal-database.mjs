import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from './embedded-postgres.mjs'
import { migrate, migrationState } from './migrate.mjs'
import { isAlive } from './process-identity.mjs'
import { provision, standardNames } from './provision.mjs'

/**
 * @typedef {{ readerUrl: string, writerUrl: string, ownerUrl: string | undefined, embedded: boolean, isAlive: () => boolean,
 *   renew: () => Promise<void>, stop: () => Promise<void> }} PortalDatabase
 *   `renew` empties an embedded one; `ownerUrl` is missing when an own PostgreSQL was given without it
 */

/**
 * The embedded PostgreSQL below `folder`, with its roles and its (perhaps still empty) database.
 * @param {{ folder: string, secrets: Record<'ownerPassword' | 'readerPassword' | 'writerPassword', string>, log: (line: string) => void }} options
 * @returns {Promise<PortalDatabase & { ownerUrl: string }>}
 */
export async function openEmbedded({ folder, secrets, log }) {
  const server = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    // A commit that follows a large one waits for the log to be written: the writer keeps it short.
    settings: { wal_writer_delay: '10ms' },
    log,
  })
  try {
    const passwords = {
      owner: secrets.ownerPassword,
      reader: secrets.readerPassword,
      writer: secrets.writerPassword,
    }
    const urls = await provision(server.superuserUrl, passwords)
    const renew = async () => {
      const client = new pg.Client({ connectionString: server.superuserUrl })
      await client.connect()
      await client.query(
        `drop database if exists ${client.escapeIdentifier(standardNames.database)} with (force)`,
      )
      await client.end()
      await provision(server.superuserUrl, passwords)
    }
    return { ...urls, embedded: true, isAlive: () => isAlive(server.pid), renew, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/**
 * A city's own PostgreSQL.
 * @param {import('./operator-settings.mjs').Settings} settings
 * @returns {PortalDatabase}
 */
export function openOwn({ databaseUrl = '', writeUrl = '', ownerUrl }) {
  const nothing = () => Promise.resolve()
  return {
    readerUrl: databaseUrl,
    writerUrl: writeUrl,
    ownerUrl,
    embedded: false,
    isAlive: () => true,
    renew: nothing,
    stop: nothing,
  }
}

/**
 * Brings the structure up to date; without the owner's URL it only looks whether it is.
 * @param {PortalDatabase} database
 * @param {(line: string) => void} log
 */
export async function bringUpToDate({ ownerUrl, readerUrl }, log) {
  if (ownerUrl) {
    await migrate(ownerUrl, { log: (name) => log(`移行 ${name}`) })
    return
  }
  const state = await migrationState(readerUrl)
  const name = state.failed[0] ?? state.changed[0] ?? state.unknown[0] ?? state.pending[0]
  if (name) {
    throw new Error(
      `データベースの構造がこの版と合いません（${name}）。DATABASE_OWNER_URL を指定して npm run migrate を実行してください。`,
    )
  }
}

/** Both serving logins must get in before anything is built on them. @param {PortalDatabase} database */
export async function checkLogins({ readerUrl, writerUrl }) {
  for (const [name, url] of [
    ['DATABASE_URL', readerUrl],
    ['DATABASE_WRITE_URL', writerUrl],
  ]) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
    try {
      await client.connect()
      const { rows } = await client.query(
        "select current_setting('server_version_num')::int as version, rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user",
      )
      if (rows[0].version < 150_000) throw new Error('PostgreSQL 15 以上が必要です')
      if (rows[0].mighty)
        throw new Error(
          '管理者の権限を持つ利用者では動かせません。npm run db:provision で作る利用者を使ってください',
        )
    } catch (error) {
      const { host, pathname } = new URL(url ?? '')
      throw new Error(`${name} のデータベース（${host}${pathname}）を使えません: ${messageOf(error)}。`, {
        cause: error,
      })
    } finally {
      await client.end().catch(() => {})
    }
  }
}

/** @param {unknown} error @returns {string} */
function messageOf(error) {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('、')
  return error instanceof Error ? error.message : String(error)
}
