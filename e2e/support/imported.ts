import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import type { Portal } from './portal'

const known = new WeakMap<Portal, Map<string, Promise<string>>>()
const read: readonly string[] = ['previewed', 'asking', 'refused']

type Wanted = { login?: string; name?: string; bytes?: Uint8Array }

/** An import of a file that the portal itself has read; the same one for whoever asks again. */
export async function importOf(
  portal: Portal,
  { login = 'jimukyoku', name = 'ledger-internal.xlsx', bytes }: Wanted = {},
): Promise<string> {
  const mine = known.get(portal) ?? new Map<string, Promise<string>>()
  known.set(portal, mine)
  const key = `${login} ${name}`
  const made = mine.get(key) ?? bringIn(portal, login, name, bytes)
  mine.set(key, made)
  return made
}

async function bringIn(portal: Portal, login: string, name: string, given?: Uint8Array): Promise<string> {
  const bytes = given ?? (await readFile(path.resolve('prisma/sample', name)))
  const id = await send(portal, login, name, bytes)
  for (;;) {
    const { rows } = await portal.database.ownerPool.query<{ state: string }>(
      'select state from imports where id = $1',
      [id],
    )
    if (read.includes(rows[0]?.state ?? '')) return id
    // The portal's own job reads it; each look takes a moment of its own in the database.
    await portal.database.ownerPool.query('select pg_sleep(0.1)')
  }
}

async function send(portal: Portal, login: string, name: string, bytes: Uint8Array): Promise<string> {
  const { rows } = await portal.database.ownerPool.query<{ secret: string }>(
    `select open_system_session(id, '1 day') as secret from people where login_id = $1`,
    [login],
  )
  const client = new pg.Client({ connectionString: portal.database.writerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.session', $1, true), set_config('app.permission', 'asset.import', true)`,
      [rows[0]?.secret],
    )
    const begun = await client.query<{ id: string }>(`select begin_import($1) ->> 'id' as id`, [name])
    const id = begun.rows[0]?.id ?? ''
    for (let at = 0, place = 1; at < bytes.length; at += 1 << 20, place++)
      await client.query('select add_import_part($1, $2, $3)', [
        id,
        place,
        Buffer.from(bytes.subarray(at, at + (1 << 20))),
      ])
    await client.query('select end_upload($1, $2)', [id, createHash('sha256').update(bytes).digest()])
    await client.query(
      `select record_events('[{"action": "import.uploaded", "subjectType": "imports", "subjectId": ${id}}]')`,
    )
    await client.query('commit')
    return id
  } finally {
    await client.end()
  }
}
