import pg from 'pg'

/**
 * The names a provisioned city uses. `daicho_read` and `daicho_write` are fixed: migrations grant to them.
 * @typedef {{ database: string, owner: string, reader: string, writer: string }} ProvisionNames
 * @typedef {{ owner: string, reader: string, writer: string }} ProvisionPasswords
 */

/** @type {ProvisionNames} */
export const standardNames = {
  database: 'daicho',
  owner: 'daicho_owner',
  reader: 'daicho_serve',
  writer: 'daicho_serve_write',
}

/** Prisma's driver adapter drops the offset of a timestamptz: every login must read times in UTC. */
const loginSettings = { timezone: "'UTC'", search_path: 'public' }
/** A page that takes longer has failed; a writer may import a city's whole ledger in one transaction. */
const readerSettings = { statement_timeout: "'30s'", idle_in_transaction_session_timeout: "'30s'" }
const writerSettings = {
  statement_timeout: "'10min'",
  idle_in_transaction_session_timeout: "'60s'",
  lock_timeout: "'20s'",
}

/**
 * The steps in order, each idempotent. `literal` puts a password into SQL: a quoted text, or psql's `:'name'`.
 * @param {ProvisionNames} names
 * @param {(name: keyof ProvisionPasswords) => string} literal
 */
function steps(names, literal) {
  const [database, owner, reader, writer] = [names.database, names.owner, names.reader, names.writer].map(
    identifier,
  )
  const attributes = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
  return {
    roles: [
      ...['daicho_read', 'daicho_write'].map((group) => createRole(group, `nologin ${attributes}`)),
      ...[names.owner, names.reader, names.writer].map((login) => createRole(login, `login ${attributes}`)),
      `alter role ${owner} password ${literal('owner')}`,
      `alter role ${reader} password ${literal('reader')}`,
      `alter role ${writer} password ${literal('writer')}`,
      `grant daicho_read to ${reader}`,
      `grant daicho_write to ${writer}`,
      ...set(owner, loginSettings),
      ...set(reader, { ...loginSettings, ...readerSettings }),
      ...set(writer, { ...loginSettings, ...writerSettings }),
    ],
    createDatabase:
      `create database ${database} owner ${owner} template template0 encoding 'UTF8' ` +
      `locale_provider icu icu_locale 'ja-JP' lc_collate 'C' lc_ctype 'C'`,
    database: [
      `revoke all on database ${database} from public`,
      `grant connect on database ${database} to daicho_read, daicho_write`,
    ],
    inside: [
      'revoke all on schema public from public',
      `grant usage, create on schema public to ${owner}`,
      'grant usage on schema public to daicho_read, daicho_write',
    ],
  }
}

/**
 * The SQL that a DBA runs with psql as a superuser: no password in it, only `:'owner_password'` and the like.
 * @param {Partial<ProvisionNames>} [wished]
 * @returns {string}
 */
export function provisionSql(wished = {}) {
  const names = { ...standardNames, ...wished }
  const plan = steps(names, (name) => `:'${name}_password'`)
  return [
    '\\set ON_ERROR_STOP on',
    ...plan.roles.map(terminated),
    `select ${quote(plan.createDatabase)}`,
    `where not exists (select from pg_database where datname = ${quote(names.database)}) \\gexec`,
    ...plan.database.map(terminated),
    `\\connect ${identifier(names.database)}`,
    ...plan.inside.map(terminated),
    '',
  ].join('\n')
}

/**
 * Does the same over a connection: groups, owner, logins, database (PostgreSQL ≥ 15, ICU ja-JP). Repeatable;
 * sets the passwords anew.
 * @param {string} superuserUrl
 * @param {ProvisionPasswords & { names?: Partial<ProvisionNames> }} options
 * @returns {Promise<{ ownerUrl: string, readerUrl: string, writerUrl: string }>}
 */
export async function provision(superuserUrl, { names: wished = {}, ...passwords }) {
  const names = { ...standardNames, ...wished }
  const plan = steps(names, (name) => quote(passwords[name]))
  await withClient(superuserUrl, async (client) => {
    for (const sql of plan.roles) await client.query(sql)
    const found = await client.query('select from pg_database where datname = $1', [names.database])
    if (found.rowCount === 0) await client.query(plan.createDatabase)
    for (const sql of plan.database) await client.query(sql)
  })
  await withClient(withDatabase(superuserUrl, names.database), async (client) => {
    for (const sql of plan.inside) await client.query(sql)
  })
  const urlFor = (/** @type {keyof ProvisionPasswords} */ role) => {
    const url = new URL(withDatabase(superuserUrl, names.database))
    url.username = encodeURIComponent(names[role])
    url.password = encodeURIComponent(passwords[role])
    return url.toString()
  }
  return { ownerUrl: urlFor('owner'), readerUrl: urlFor('reader'), writerUrl: urlFor('writer') }
}

/** @param {string} url @param {string} database */
function withDatabase(url, database) {
  const result = new URL(url)
  result.pathname = `/${encodeURIComponent(database)}`
  return result.toString()
}

/** @param {string} url @param {(client: pg.Client) => Promise<void>} work */
async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** @param {string} name @param {string} attributes */
function createRole(name, attributes) {
  const role = identifier(name)
  return (
    `do $do$ begin if not exists (select from pg_roles where rolname = ${quote(name)}) then ` +
    `create role ${role}; end if; alter role ${role} ${attributes} inherit; end $do$`
  )
}

/** @param {string} role quoted @param {Record<string, string>} settings */
function set(role, settings) {
  return Object.entries(settings).map(([name, value]) => `alter role ${role} set ${name} = ${value}`)
}

const terminated = (/** @type {string} */ sql) => `${sql};`
const identifier = (/** @type {string} */ name) => `"${name.replaceAll('"', '""')}"`
const quote = (/** @type {string} */ text) => pg.escapeLiteral(text)
