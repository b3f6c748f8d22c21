import pg from 'pg'
import { keepFile } from '@/lib/features/imports/upload-commands'
import type { May } from '@/lib/platform/authorize'
import type { Job } from '@/lib/platform/jobs/job'
import { readImports } from '@/lib/platform/jobs/read-imports'
import { accepted } from '@/scripts/sample-city/actors'
import type { TestDatabase } from './database'

export type BroughtImport = {
  id: bigint
  state: string
  version: number
  failure: string | null
  blanks: string
  counts: Record<string, number>
  /** The rows that are anything else than unchanged. */
  different: unknown[]
}

/** Sends a file as somebody and reads it, as the portal's job does. */
export async function bringImport(
  database: TestDatabase,
  importer: May<'asset.import'>,
  name: string,
  bytes: Uint8Array,
): Promise<BroughtImport> {
  async function* parts() {
    yield await Promise.resolve(bytes)
  }
  const { id } = accepted(await keepFile(importer, { name, parts: parts() }), name)
  await runJob(database, readImports)
  const { rows } = await database.ownerPool.query<Omit<BroughtImport, 'id' | 'different'>>(
    'select state, version, failure, counts, blanks from imports where id = $1',
    [id],
  )
  const [row] = rows
  if (!row) throw new Error(`no import ${id}`)
  const { rows: different } = await database.ownerPool.query(
    `select place, kind, asset_number, changes, problems from import_rows
     where import_id = $1 and kind is distinct from 'unchanged' order by place`,
    [id],
  )
  return { id, ...row, different }
}

/** A job on connections of its own, at this process's clock. */
async function runJob(database: TestDatabase, job: Job): Promise<void> {
  const pool = new pg.Pool({ connectionString: database.writerUrl, max: 3 })
  try {
    const client = await pool.connect()
    await client.query(`select set_config('app.now', $1, false)`, [process.env['DAICHO_NOW'] ?? ''])
    await job(client, { anchors: null }, () => pool.connect())
    client.release()
  } finally {
    await pool.end()
  }
}
