import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { deriveKey, deriveNewKey, type HashingCost } from '@/lib/platform/auth/hashing'
import { testDatabase } from './database'

type Row = Record<string, unknown>
type Attempt = { login: string; password?: string; source?: string; browser?: Uint8Array; at: string }
type Answer = { outcome: string; waitSeconds: number; mustChange: boolean; secret: string }
const rightPassword = 'daicho-2026'

/** A database with a movable clock and people to sign in as, all with one password and grants over everything. */
export async function signInStage() {
  const database = await testDatabase()
  const reader = new pg.Pool({ connectionString: database.readerUrl, max: 4 })
  const writer = new pg.Pool({ connectionString: database.writerUrl, max: 8 })
  const derived = await deriveNewKey(rightPassword)

  async function inTransaction(
    pool: pg.Pool,
    settings: Record<string, string>,
    sql: string,
    values: unknown[] = [],
  ) {
    const client = await pool.connect()
    try {
      await client.query('begin')
      for (const [name, value] of Object.entries(settings))
        await client.query('select set_config($1, $2, true)', [name, value])
      const { rows } = await client.query<Row>(sql, values)
      await client.query('commit')
      return rows
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }

  const owner = (sql: string, values: unknown[] = []) => asSystem(database.ownerPool, sql, values)
  await owner(
    `insert into settings (key, value) values ('sample_data', 'true') on conflict (key) do update set value = 'true'`,
  )

  async function person(login: string, options: { role?: string; oneTime?: boolean; at?: string } = {}) {
    const [row] = await owner(`insert into people (login_id, name) values ($1, $1 || ' san') returning id`, [
      login,
    ])
    const id = String(row?.['id'])
    await owner(
      `insert into grants (person_id, role, scope_kind, valid_from) values ($1, $2, 'everything', '2020-01-01')`,
      [id, options.role ?? 'auditor'],
    )
    await inTransaction(
      database.ownerPool,
      { 'app.now': options.at ?? '2026-04-06T08:00:00+09:00' },
      'select set_initial_password($1, $2, $3, $4, $5, $6, $7::interval)',
      [
        id,
        derived.salt,
        derived.key,
        derived.memoryKib,
        derived.passes,
        derived.lanes,
        options.oneTime ? '72 hours' : null,
      ],
    )
    return id
  }

  async function challenge(login: string, source = '192.0.2.1', browser: Uint8Array = new Uint8Array(32)) {
    const [row] = await inTransaction(
      writer,
      {},
      `select salt, memory_kib as "memoryKib", passes, lanes from sign_in_challenge($1, $2, $3)`,
      [login, source, browser],
    )
    return row as HashingCost & { salt: Uint8Array<ArrayBuffer> }
  }

  /** One attempt as the serving process makes it; the browser is a new one unless given. */
  async function attempt({
    login,
    password = rightPassword,
    source = '192.0.2.1',
    browser = newBrowser(),
    at,
  }: Attempt) {
    const { salt, ...cost } = await challenge(login, source, browser)
    const key = await deriveKey(password, salt, cost)
    const secret = randomBytes(32).toString('hex')
    const [row] = await inTransaction(
      writer,
      { 'app.now': at },
      `select outcome, wait_seconds as "waitSeconds", must_change as "mustChange"
       from sign_in($1, $2, $3, $4, 'a browser', $5)`,
      [login, key, secret, source, browser],
    )
    return { ...row, secret } as Answer
  }

  async function resume(secret: string, at: string) {
    const { rows } = await reader.query<{ answer: Row | null }>('select resume_session($1, $2) as answer', [
      secret,
      at,
    ])
    return rows[0]?.answer ?? null
  }

  /** Any SQL as the serving writer, with a session or without. */
  const asWriter = (sql: string, values: unknown[] = [], session = '', at = '') =>
    inTransaction(
      writer,
      { 'app.session': session, 'app.now': at, 'app.permission': 'account.reset' },
      sql,
      values,
    )
  const asReader = (sql: string, values: unknown[] = [], session = '') =>
    inTransaction(reader, { 'app.session': session }, sql, values)

  async function end() {
    await Promise.all([reader.end(), writer.end()])
    await database.drop()
  }
  return { person, challenge, attempt, resume, owner, asWriter, asReader, newBrowser, derived, end }
}

export type SignInStage = Awaited<ReturnType<typeof signInStage>>

const newBrowser = (): Uint8Array => createHash('sha256').update(randomBytes(32)).digest()

/** Acts as `system`: opening its session leaves the event without which nothing may change. */
async function asSystem(pool: pg.Pool, sql: string, values: unknown[]): Promise<Row[]> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select open_system_session((select id from people where login_id = 'system')),
      set_config('app.permission', 'grant.manageApprovers', true)`)
    const { rows } = await client.query<Row>(sql, values)
    await client.query('commit')
    return rows
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
