import type pg from 'pg'

/** Noon of a day in Tokyo, as the moved clock has it. */
export const noonOf = (day: string) => `${day}T12:00:00+09:00`

/** Some statements as the owner at a moved moment, in one transaction that is committed. */
export async function ownerAt<R extends pg.QueryResultRow>(
  pool: pg.Pool,
  moment: string,
  sql: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.now', $1, true)`, [moment])
    const { rows } = await client.query<R>(sql, values)
    await client.query('commit')
    return rows
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
