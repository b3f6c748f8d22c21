import { createHash } from 'node:crypto'
import type pg from 'pg'
import { readingThrough } from '@/lib/platform/jobs/read-imports'
import type { ReaderLine } from '@/lib/platform/spreadsheet/reader/reader-lines'
import { understandFile } from '@/lib/platform/spreadsheet/reader/understand-file'
import { begin, type ApprovalCity } from './approval-city'
import type { Random } from './interleaving'

export type WaitingImport = { id: string; version: number; state: string; login: string }
type Told = { answer: unknown }

/** The reading job without its process a file: for what the database itself decides. */
export const readImportsHere = readingThrough(async (parts, wish, each) => {
  const bytes: Uint8Array[] = []
  for await (const part of parts) bytes.push(part)
  for await (const line of understandFile(Buffer.concat(bytes), wish)) await each(line satisfies ReaderLine)
  return { reason: null, args: [], residentPeak: 0 }
})

/** One transaction of somebody on a connection, as the portal's change() makes it; answers what the door said. */
export async function acting(
  client: pg.ClientBase,
  secret: string,
  permission: string,
  work: () => Promise<unknown>,
  events = `[{"action": "test.acted", "subjectType": "imports"}]`,
): Promise<unknown> {
  try {
    await begin(client, secret, permission)
    const said = await work()
    if (said === null || (typeof said === 'string' && said !== 'done' && said !== 'changed')) {
      await client.query('rollback')
      return said
    }
    await client.query('select record_events($1::jsonb)', [events])
    await client.query('commit')
    return said
  } catch (error) {
    await client.query('rollback')
    return (error as { code?: string }).code ?? 'error'
  }
}

/** What people do with their imports, statement by statement on any connection. */
export function importActs({ secrets, owner }: ApprovalCity) {
  const secretOf = (login: string) => secrets.get(login) ?? ''
  const door = (client: pg.ClientBase, login: string, sql: string, values: unknown[]) =>
    acting(client, secretOf(login), 'asset.import', async () => {
      const { rows } = await client.query<Told>(`select ${sql} as answer`, values)
      return rows[0]?.answer
    })

  /** Answers the import's id, or why there is none. */
  const upload = async (client: pg.ClientBase, login: string, name: string, bytes: Uint8Array) => {
    let id = ''
    const said = await acting(client, secretOf(login), 'asset.import', async () => {
      const begun = await client.query<{ id: string | null }>(`select begin_import($1) ->> 'id' as id`, [
        name,
      ])
      if (!begun.rows[0]?.id) return 'tooManyWaiting'
      id = begun.rows[0].id
      await client.query('select add_import_part($1, 1, $2)', [id, Buffer.from(bytes)])
      const hash = createHash('sha256').update(bytes).digest()
      return (await client.query<Told>('select end_upload($1, $2) as answer', [id, hash])).rows[0]?.answer
    })
    return { id, said }
  }

  const confirm = async (client: pg.ClientBase, { id, version, login }: WaitingImport, request: string) => {
    try {
      await begin(client, secretOf(login), 'asset.import')
      const { rows } = await client.query<{ answer: string }>('select confirm_import($1, $2, $3) as answer', [
        id,
        version,
        request,
      ])
      const said = rows[0]?.answer ?? ''
      if (said !== 'done' && said !== 'changed') {
        await client.query('rollback')
        return said
      }
      await client.query(
        `select record_events(jsonb_build_array(jsonb_build_object('action', $2::text, 'subjectType', 'imports', 'subjectId', i.id,
           'details', jsonb_build_object('request', $3::text, 'hash', encode(i.rows_hash, 'hex'), 'counts', i.counts))))
         from imports i where i.id = $1`,
        [id, said === 'done' ? 'import.confirmed' : 'import.matchedAgain', request],
      )
      await client.query('commit')
      return said
    } catch (error) {
      await client.query('rollback')
      return (error as { code?: string }).code ?? 'error'
    }
  }

  /** この行を直す: another remark, as the portal's own reading of the row would hand it over. */
  const mend = async (client: pg.ClientBase, one: WaitingImport, random: Random) => {
    const rows = await owner<{ place: number; told: object }>(
      `select place, jsonb_build_object('departmentId', r.department_id, 'number', r.number, 'nameCell', r.name_cell, 'scheme', r.scheme,
         'levels', r.levels, 'audience', r.audience, 'reason', r.reason, 'read', r.read || jsonb_build_object('remarks', $2::text),
         'blanks', r.blanks, 'defaults', r.defaults, 'problems', r.read_problems, 'notices', r.read_notices, 'readings', r.readings) as told
       from import_rows r where import_id = $1 order by place`,
      [one.id, `直した${random.below(1000)}`],
    )
    if (rows.length === 0) return 'gone'
    const { place, told } = random.pick(rows)
    const values = [one.id, one.version, place, JSON.stringify(told), '{"10": "直した"}']
    return door(client, one.login, 'mend_row($1, $2, $3, $4, $5)', values)
  }

  /** Imports that are anywhere between sent and over, the newest first. */
  const open = () =>
    owner<WaitingImport>(
      `select i.id::text, i.version, i.state, p.login_id as login from imports i join people p on p.id = i.created_by
       where i.state not in ('done', 'refused', 'cancelled') order by i.id desc limit 40`,
    )
  return { door, upload, confirm, mend, open }
}
