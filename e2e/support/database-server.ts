import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { startEmbeddedPostgres } from '@/scripts/embedded-postgres.mjs'
import { migrate } from '@/scripts/migrate.mjs'
import { provision } from '@/scripts/provision.mjs'
import { templateName } from './database'
import type { DatabaseAccess } from './database'

/**
 * Starts a throw-away PostgreSQL with a migrated template database; what the tests need to clone it is handed on in
 * the environment, which worker processes inherit. Returns the function that stops it. Vitest's globalSetup.
 */
export async function startDatabaseServer(): Promise<{ access: DatabaseAccess; stop: () => Promise<void> }> {
  const server = await startEmbeddedPostgres({ settings: { max_connections: '200' } })
  try {
    const [owner, reader, writer] = [password(), password(), password()] as const
    const urls = await provision(server.superuserUrl, {
      owner,
      reader,
      writer,
      names: { database: templateName },
    })
    await migrate(urls.ownerUrl, {})
    const access = { superuserUrl: server.superuserUrl, ...urls }
    process.env['TEST_DATABASES'] = JSON.stringify(access)
    return { access, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Makes the template refuse connections, so that copying it never meets somebody who still reads it. */
export async function freezeTemplate(superuserUrl: string) {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  await client.query(`alter database ${templateName} with allow_connections false is_template true`)
  await client.end()
}

export default async function setUpForVitest() {
  const { access, stop } = await startDatabaseServer()
  await freezeTemplate(access.superuserUrl)
  return stop
}

const password = () => randomBytes(12).toString('hex')
