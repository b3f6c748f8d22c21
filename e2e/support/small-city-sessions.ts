import type pg from 'pg'
import type { TestDatabase } from './database'

/** Opens one long session a person, as only the owner may (open_system_session, while sample data is loaded). */
export function signInAs(database: TestDatabase): (login: string) => Promise<string> {
  const opened = new Map<string, Promise<string>>()
  const open = async (login: string): Promise<string> => {
    const client = await database.ownerPool.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('app.now', $1, true)`, [process.env['DAICHO_NOW'] ?? ''])
      const { rows } = await client.query<{ secret: string }>(
        `select open_system_session(id, '10 years') as secret from people where login_id = $1`,
        [login],
      )
      await client.query('commit')
      const secret = rows[0]?.secret
      if (secret === undefined) throw new Error(`nobody is called ${login}`)
      return secret
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  return (login) => {
    const known = opened.get(login) ?? open(login)
    opened.set(login, known)
    return known
  }
}

type Row = Record<string, unknown>
export type RawWish = {
  /** Whose session; '' = nobody's. */
  secret?: string
  permission?: string
  /** The moved clock; the city's usual moment unless given. */
  at?: string
  values?: unknown[]
}

/** Any SQL on a serving login's connection, in a transaction that is always rolled back. */
export async function rawSql(pool: pg.Pool, sql: string, wish: RawWish = {}) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.session', $1, true), set_config('app.permission', $2, true), set_config('app.now', $3, true)`,
      [wish.secret ?? '', wish.permission ?? '', wish.at ?? process.env['DAICHO_NOW'] ?? ''],
    )
    const { rows, rowCount } = await client.query<Row>(sql, wish.values ?? [])
    return { rows, rowCount: rowCount ?? 0 }
  } finally {
    await client.query('rollback')
    client.release()
  }
}
