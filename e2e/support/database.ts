import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** The database that every test database is copied from. */
export const templateName = 'daicho_template'

/** How to reach the throw-away server: as its superuser, and as the owner and the two serving logins of the template. */
export type DatabaseAccess = { superuserUrl: string; ownerUrl: string; readerUrl: string; writerUrl: string }

export type TestDatabase = {
  ownerUrl: string
  readerUrl: string
  writerUrl: string
  /** Connections as the owner: for arranging what a test needs and for tampering. */
  ownerPool: pg.Pool
  /** Ends the pool and deletes the database; call it in afterAll. */
  drop: () => Promise<void>
}

/** A database of one's own, migrated and without sample data, as quick as a file copy. Call it in beforeAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const access = databaseAccess()
  const name = `daicho_test_${randomBytes(6).toString('hex')}`
  await asSuperuser(access, [
    `create database ${name} template ${templateName} owner daicho_owner strategy file_copy`,
    // A copy takes over what is inside the database, not the rights to it.
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to daicho_read, daicho_write`,
  ])
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString()
  const ownerPool = new pg.Pool({ connectionString: at(access.ownerUrl), max: 5 })
  ownerPool.on('error', () => undefined) // dropping the database ends idle connections
  const drop = async () => {
    await ownerPool.end()
    await asSuperuser(access, [`drop database ${name} with (force)`])
  }
  const urls = {
    ownerUrl: at(access.ownerUrl),
    readerUrl: at(access.readerUrl),
    writerUrl: at(access.writerUrl),
  }
  return { ...urls, ownerPool, drop }
}

function databaseAccess(): DatabaseAccess {
  const handedOn = process.env['TEST_DATABASES']
  if (handedOn === undefined) {
    throw new Error('No test server: name the file *.db.test.ts, so that it runs in the database project.')
  }
  return JSON.parse(handedOn) as DatabaseAccess
}

async function asSuperuser({ superuserUrl }: DatabaseAccess, statements: string[]) {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    for (const sql of statements) await client.query(sql)
  } finally {
    await client.end()
  }
}
