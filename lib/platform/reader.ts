import pg from 'pg'
import { Prisma } from '@/generated/prisma/client'
import { logFault } from './log'

/** Asks with values as parameters, as Prisma's own `$queryRaw` does; parts may be `Prisma.sql`. */
export type ReadDb = {
  readonly $queryRaw: <T>(strings: TemplateStringsArray, ...values: unknown[]) => Promise<T>
}

/** The reading login: pages ask it in SQL, without the object mapper's transactions (docs/adr/0033-reading-in-sql.md). */
export class Reader implements ReadDb {
  readonly #pool: pg.Pool

  constructor(connectionString: string, max: number) {
    this.#pool = new pg.Pool({
      connectionString,
      max,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      statement_timeout: 30_000,
      types: { getTypeParser: parserOf },
      pipeline: true,
    })
    // A connection may break between two questions; the next one fails or opens another. Unheard, it would end the process.
    this.#pool.on('connect', (client) => client.on('error', logFault))
    this.#pool.on('error', () => undefined)
  }

  readonly $queryRaw = <T>(strings: TemplateStringsArray, ...values: unknown[]): Promise<T> =>
    ask<T>(this.#pool, strings, values)

  /** One transaction that only reads and ends with `work`; `settings` are the transaction's own. */
  async transaction<T>(
    settings: Readonly<Record<string, string>>,
    work: (db: ReadDb) => Promise<T>,
  ): Promise<T> {
    const client = await this.#pool.connect()
    const query = (text: string, values?: unknown[]) => client.query(text, values)
    // Sent one behind the other without waiting for answers; PostgreSQL answers in order, and refuses all that follows
    // what failed. As parameters: a statement's text may end in a log of the database, a session's secret may not.
    const names = Object.keys(settings)
    const set = names.map((_, at) => `set_config($${2 * at + 1}, $${2 * at + 2}, true)`)
    const begun = Promise.all([
      query('begin read only'),
      query(`select ${set.join(', ')}`, Object.entries(settings).flat()),
    ])
    begun.catch(() => undefined) // heard below, after what was sent behind it
    let end = 'rollback'
    try {
      const result = await work({
        $queryRaw: (strings, ...values) => ask(client, strings, values),
      })
      end = 'commit'
      return result
    } finally {
      // Nobody waits for the end of a transaction that only read; the connection is free when it has answered.
      void begun
        .then(() => query(end))
        .then(
          () => {
            client.release()
          },
          (lost: unknown) => {
            client.release(lost instanceof Error ? lost : true)
          },
        )
    }
  }

  async end(): Promise<void> {
    await this.#pool.end()
  }
}

async function ask<T>(
  connection: Pick<pg.Pool, 'query'>,
  strings: TemplateStringsArray,
  values: readonly unknown[],
): Promise<T> {
  const { text, values: flat } = Prisma.sql(strings, ...values)
  const { rows } = await connection.query(text, flat)
  return rows as T
}

const { builtins } = pg.types
const bigints = 1016
/** As the object mapper reads them: int8 as bigint, days as the midnight of UTC. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, BigInt],
  [bigints, (text) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(BigInt))],
  [builtins.DATE, (text) => new Date(`${text}T00:00:00Z`)],
])

type Oid = Parameters<typeof pg.types.getTypeParser>[0]

function parserOf(oid: Oid, format?: 'text' | 'binary') {
  return parsers.get(oid) ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown)
}
