import pg from 'pg'
import { recordEvents, type AuditEvent } from '@/lib/platform/audit/event'

/** What only the owner may do for the sample city: settings, sessions in somebody's name, first passwords. */
export type Owner = {
  /** One transaction of the owner's, at the moved clock where one is set. */
  act: <T>(work: (client: pg.Client) => Promise<T>) => Promise<T>
  end: () => Promise<void>
}

export async function connectOwner(url: string): Promise<Owner> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  const act = async <T>(work: (owner: pg.Client) => Promise<T>): Promise<T> => {
    await client.query('begin')
    try {
      await client.query(`select set_config('app.now', $1, true)`, [process.env['DAICHO_NOW'] ?? ''])
      const result = await work(client)
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  }
  return { act, end: () => client.end() }
}

/** Moves this process's clock; the portal's own code and the owner's transactions follow it. */
export function setClock(moment: string | null) {
  if (moment === null) delete process.env['DAICHO_NOW']
  else process.env['DAICHO_NOW'] = moment
}

/** The real day in Asia/Tokyo, as the database has it; whether anything of a city is there already. */
export function lookAround(owner: Owner): Promise<{ today: string; isEmpty: boolean }> {
  return owner.act(async (client) => {
    const { rows } = await client.query<{ today: string; isEmpty: boolean }>(
      `select (now() at time zone 'Asia/Tokyo')::date::text as today,
              not exists (select from departments) and not exists (select from assets) as "isEmpty"`,
    )
    const [row] = rows
    if (!row) throw new Error('no answer')
    return row
  })
}

/** Says that this is a sample city: only then does the database honour a moved clock. */
export async function declareSampleCity(owner: Owner, cityName: string): Promise<void> {
  await owner.act(async (client) => {
    const events: AuditEvent[] = []
    for (const [key, value] of Object.entries({ sample_data: true, city_name: cityName })) {
      const { rows } = await client.query<{ id: string }>(
        `insert into settings (key, value) values ($1, $2)
         on conflict (key) do update set value = excluded.value returning id`,
        [key, JSON.stringify(value)],
      )
      const id = BigInt(rows[0]?.id ?? 0)
      events.push({ action: 'settings.changed', subjectType: 'settings', subjectId: id, details: { key } })
    }
    await recordEvents(client, events)
  })
}
